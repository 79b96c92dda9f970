// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/find_command.hpp"

#include "indexer/index/index_directory.hpp"
#include "indexer/index/snapshot.hpp"
#include "searchd/search/facet_values.hpp"
#include "searchd/search/searcher.hpp"
#include "searchd/views/search_url.hpp"
#include "searchd/views/utf8.hpp"
#include "searchd/working_repair.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace palermo {
namespace {

enum ExitCode { all_well = 0, not_answered = 1, wrong_usage = 2, index_unusable = 3 };

/// Nobody else waits for an answer here, and Ctrl-C ends it.
constexpr std::chrono::hours patience{1};

struct FindOptions {
    std::filesystem::path index;
    std::vector<std::string> words;
    std::vector<std::string> filters;
    std::uint32_t limit = 0;  ///< 0: all
};

constexpr auto description =
    "Search once, without a daemon: prints the ids of all matching cases, one a line, in the order of the results. How the query was read "
    "goes to standard error.";

constexpr auto footer =
    "The query is read as on the search page; quote it for the shell, and write -- before one that begins with a minus.\n\n"
    "Exit codes: 0 answered, also when nothing was found; 1 something unforeseen; 2 wrong usage, or a query that cannot be read;\n"
    "            3 the index cannot be used.\n\n"
    "Example: palermo-searchd find --index I 'passport debt' --filter outcome=convicted | palermo-indexer export --index I --ids - out.tar";

void declare_options(CLI::App& app, FindOptions& options) {
    app.set_help_flag("-h,--help", "Print this and end");
    app.footer(footer);
    app.add_option("--index", options.index, "The directory of the index")->required()->option_text("DIR");
    app.add_option("--filter", options.filters,
                   "As in the address of a results page: a facet (outcome=convicted, evidential-issue=!x to exclude), from, to, match, "
                   "sort or lang; repeatable")
        ->option_text("NAME=VALUE")
        ->allow_extra_args(false);
    app.add_option("--limit", options.limit, "Print at most so many ids and look no further; how many cases there are is then not counted")
        ->option_text("N")
        ->check(CLI::Range(std::uint32_t{1}, std::numeric_limits<std::uint32_t>::max() - 1));
    app.add_option("query", options.words, "What to search for; nothing: all cases, or all that the filters let through")
        ->option_text("QUERY...");
}

/// Filters besides the facets. What else an address may hold belongs to a page of results, or is the query's.
constexpr std::array<std::string_view, 5> other_filters{"from", "to", "match", "sort", "lang"};

bool is_filter(std::string_view name) { return facet_named(name) || std::ranges::find(other_filters, name) != other_filters.end(); }

Diagnostic no_filter(const std::string& filter) {
    std::string known;
    for (const auto facet : all_facets) known += std::string(name_of(facet)) + ", ";
    for (const auto name : other_filters) known.append(name).append(name == other_filters.back() ? "." : ", ");
    return error_at({}, '"' + clean_utf8(filter) + "\" is no filter.",
                    "Write NAME=VALUE, such as --filter outcome=acquitted. The names are: " + known);
}

Result<SearchRequest> read_request(const FindOptions& options) {
    std::string text;
    for (const auto& word : options.words) text += (text.empty() ? "" : " ") + word;
    std::vector<UrlParameter> parameters{{"q", text}};
    for (const auto& filter : options.filters) {
        const auto equals = filter.find('=');
        auto name = filter.substr(0, equals);
        if (equals == std::string::npos || !is_filter(name)) return no_filter(filter);
        parameters.emplace_back(std::move(name), filter.substr(equals + 1));
    }
    return decode_search_url(parameters);
}

Result<Searcher> open_searcher(const IndexDirectory& directory) {
    for (;;) {
        const auto live = directory.current_generation();
        if (!live) return live.error();
        if (!*live) {
            return error_at(directory.root().string(), "There is no index in this directory.",
                            "Load records into it first: palermo-indexer load --index DIR FILES.", Cause::index);
        }
        auto snapshot = Snapshot::open(directory, **live);
        auto searcher = snapshot ? Searcher::open(*snapshot) : Result<Searcher>(snapshot.error());
        // A writer may have published another one and removed this one meanwhile.
        const auto now_live = directory.current_generation();
        if (searcher || !now_live || *now_live == *live) return searcher;
    }
}

/// The sentence, the query, and a caret under the place.
void tell(const QueryError& error, const std::string& query, const std::optional<std::string>& repair, std::ostream& err) {
    const auto before = std::string_view(query).substr(0, error.offset);
    const auto characters = std::ranges::count_if(before, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
    err << "error: " << error.message << "\n  " << query << "\n  " << std::string(static_cast<std::size_t>(characters), ' ') << "^\n";
    if (repair && !repair->empty()) err << "Try: " << *repair << '\n';
}

std::string counted(std::uint64_t cases) { return std::to_string(cases) + (cases == 1 ? " case" : " cases"); }

void tell(const SearchResult& result, std::ostream& err) {
    if (!result.read_as.empty()) err << "Read as: " << result.read_as << '\n';
    for (const auto& note : result.notes) err << note.text << '\n';
    for (const auto& relaxation : result.relaxations) err << relaxation.reason << ": " << counted(relaxation.total) << '\n';
    if (result.total_is_exact)
        err << counted(result.total) << " of generation " << result.generation << ".\n";
    else
        err << "The first " << result.hits.size() << " of more cases of generation " << result.generation << ".\n";
}

int answer(Searcher& searcher, const SearchRequest& request, std::uint32_t limit, std::ostream& out, std::ostream& err) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    const auto found = limit == 0 ? searcher.find_all(request, deadline) : searcher.find(request, limit, deadline);
    if (!found) {
        err << format(found.error()) << '\n';
        return index_unusable;
    }
    if (const auto* mistake = std::get_if<QueryError>(&*found)) {
        tell(*mistake, request.text, working_repair(searcher, request, *mistake, deadline), err);
        return wrong_usage;
    }
    if (std::holds_alternative<SearchTimedOut>(*found)) {
        err << "error: The search took too long. Ask for rarer words.\n";
        return not_answered;
    }
    const auto& result = std::get<SearchResult>(*found);
    tell(result, err);
    for (const auto& hit : result.hits) out << hit.id << '\n';
    if (out.flush()) return all_well;
    err << "error: The ids could not be written. Look at the disk, or at the program behind the pipe.\n";
    return not_answered;
}

}  // namespace

int run_find(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
    CLI::App app{description, "palermo-searchd find"};
    FindOptions options;
    declare_options(app, options);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) {
        return app.exit(asked, out, err);
    } catch (const CLI::ParseError& error) {
        err << "error: " << error.what() << ". See palermo-searchd find --help.\n";
        return wrong_usage;
    }
    const auto request = read_request(options);
    if (!request) {
        err << format(request.error()) << '\n';
        return wrong_usage;
    }
    auto searcher = open_searcher(IndexDirectory(options.index));
    if (!searcher) {
        err << format(searcher.error()) << '\n';
        return index_unusable;
    }
    if (const auto checked = check_facet_values(*request, searcher->snapshot()); !checked) {
        err << format(checked.error()) << '\n';
        return wrong_usage;
    }
    return answer(*searcher, *request, options.limit, out, err);
}

}  // namespace palermo
