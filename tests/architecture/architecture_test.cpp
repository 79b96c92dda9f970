// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_tree.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::test {
namespace {

/// The floors: what a folder's files may include besides its own and the standard library. DESIGN's table, as data.
struct Room {
    std::vector<std::string> folders;    ///< ours
    std::vector<std::string> libraries;  ///< beginnings of third-party includes
    std::string_view reason;             ///< ends the sentence when something else is included
};

const std::map<std::string, Room>& rooms() {
    static const std::map<std::string, Room> table{
        {"corpus", {{}, {"boost/system/", "boost/unordered/", "pugixml", "libxml/", "unicode/"}, "a case knows no index and no server"}},
        {"indexer/analysis", {{"corpus"}, {"unicode/", "xapian.h"}, "analysis turns text into tokens and knows nothing else"}},
        {"indexer/index",
         {{"corpus", "indexer/analysis"},
          {"boost/json", "boost/interprocess/", "boost/iostreams/", "xapian.h", "xxhash.h", "zstd.h"},
          "an index is read here, not made and not searched"}},
        {"indexer/load",
         {{"corpus", "indexer/analysis", "indexer/index"},
          {"boost/asio/post.", "boost/asio/thread_pool.", "boost/dynamic_bitset.", "boost/json", "boost/interprocess/", "boost/unordered/",
           "xxhash.h", "zstd.h"},
          "a load knows no command line and no server"}},
        {"indexer/convert", {{"corpus"}, {"csv.h", "libxml/", "unicode/"}, "a converter makes record files and knows no index"}},
        {"indexer/export", {{"corpus"}, {"archive"}, "an export writes bytes and knows no index"}},
        {"indexer/watch", {{"corpus", "indexer/load"}, {}, "a watch loads files and knows no command line"}},
        {"indexer/commands",
         {{"corpus", "indexer/analysis", "indexer/convert", "indexer/export", "indexer/index", "indexer/load", "indexer/watch"},
          {"CLI/", "boost/json", "jemalloc/", "spdlog/", "toml++/"},
          "the indexer knows no server"}},
        {"searchd/query", {{"corpus"}, {}, "the query language knows no engine and no HTTP"}},
        {"searchd/search",
         {{"corpus", "indexer/analysis", "indexer/index", "searchd/query"}, {"spdlog/"}, "searching knows no HTTP and cannot write"}},
        {"searchd/views", {{"corpus", "searchd/search"}, {"boost/json", "boost/url"}, "a view knows values only: no engine, no HTTP"}},
        {"searchd/http", {{"corpus"}, {"boost/", "spdlog/"}, "HTTP knows nothing of cases"}},
        {"searchd",
         {{"corpus", "indexer/index", "searchd/search", "searchd/views", "searchd/http"},
          {"CLI/", "boost/asio", "boost/json", "boost/url", "prometheus/", "spdlog/", "toml++/"},
          "the program only joins its floors"}},
    };
    return table;
}

std::vector<SourceFile> production() { return read_source_tree(PALERMO_SOURCE_DIR, {"corpus", "indexer", "searchd"}); }

bool starts_with_any(std::string_view text, const std::vector<std::string>& beginnings) {
    return std::ranges::any_of(beginnings, [&](const auto& beginning) { return text.starts_with(beginning); });
}

/// Third-party headers have a directory or an ending; the standard library's have neither, POSIX's are in sys/ or listed.
bool is_system(std::string_view target) {
    static const std::set<std::string_view> posix{"fcntl.h", "poll.h", "unistd.h", "signal.h"};
    return target.find_first_of("/.") == std::string_view::npos || target.starts_with("sys/") || posix.contains(target);
}

bool allowed(const SourceFile& file, const Include& include, const Room& room) {
    if (!include.ours) return is_system(include.target) || starts_with_any(include.target, room.libraries);
    const auto folder = std::filesystem::path(include.target).parent_path().string();
    return folder == file.folder() || std::ranges::find(room.folders, folder) != room.folders.end();
}

std::string at(const SourceFile& file, std::size_t line) { return file.path + ':' + std::to_string(line) + ": "; }

using UnitGraph = std::map<std::string, std::set<std::string>>;

UnitGraph unit_graph(const std::vector<SourceFile>& files) {
    UnitGraph graph;
    for (const auto& file : files) {
        for (const auto& include : file.includes) {
            const auto target = std::filesystem::path(include.target).replace_extension().string();
            if (include.ours && target != file.unit()) graph[file.unit()].insert(target);
        }
    }
    return graph;
}

bool reaches(const UnitGraph& graph, const std::string& from, const std::string& goal, std::set<std::string>& seen) {
    const auto edges = graph.find(from);
    if (edges == graph.end()) return false;
    return std::ranges::any_of(edges->second, [&](const std::string& next) {
        return next == goal || (seen.insert(next).second && reaches(graph, next, goal, seen));
    });
}

}  // namespace

TEST_CASE("every include points down the floors", "[architecture]") {
    const auto files = production();
    REQUIRE(files.size() > 50);
    for (const auto& file : files) {
        const auto room = rooms().find(file.folder());
        INFO(file.path << " lies in a folder that the table of rooms does not know");
        REQUIRE(room != rooms().end());
        for (const auto& include : file.includes) {
            INFO(at(file, static_cast<std::size_t>(include.line)) << "includes " << include.target << ": " << room->second.reason);
            CHECK(allowed(file, include, room->second));
        }
    }
}

TEST_CASE("views see of the search only its values", "[architecture]") {
    const std::set<std::string> values{"searchd/search/count_request.hpp", "searchd/search/count_tables.hpp",
                                       "searchd/search/search_request.hpp", "searchd/search/search_result.hpp",
                                       "searchd/search/suggestion.hpp"};
    for (const auto& file : production()) {
        if (file.folder() != "searchd/views") continue;
        for (const auto& include : file.includes) {
            if (!include.target.starts_with("searchd/search/")) continue;
            INFO(at(file, static_cast<std::size_t>(include.line)) << "includes " << include.target);
            CHECK(values.contains(include.target));
        }
    }
}

TEST_CASE("each engine is included where the design puts it and nowhere else", "[architecture]") {
    const std::map<std::string, std::set<std::string>> homes{
        {"xapian.h", {"indexer/index/xapian_guard.hpp", "indexer/analysis/stemmer.cpp"}},
        {"pugixml.hpp", {"corpus/record_reader.cpp", "corpus/vocabulary_reader.cpp", "corpus/xml_namespaces.hpp"}},
    };
    for (const auto& file : production()) {
        for (const auto& include : file.includes) {
            INFO(at(file, static_cast<std::size_t>(include.line)) << "includes " << include.target);
            if (const auto home = homes.find(include.target); home != homes.end()) CHECK(home->second.contains(file.path));
            if (include.target.starts_with("unicode/") && file.is_header()) CHECK(file.path == "indexer/analysis/icu_handle.hpp");
            if (include.target.starts_with("libxml/")) CHECK_FALSE(file.is_header());
        }
    }
}

TEST_CASE("only the load room can write a database", "[architecture]") {
    for (const auto& file : production()) {
        if (file.folder() == "indexer/load") continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            INFO(at(file, i + 1) << "names WritableDatabase");
            CHECK(file.lines[i].find("WritableDatabase") == std::string::npos);
        }
    }
}

TEST_CASE("no thread copies Xapian's one match-all query, whose references are not counted safely", "[architecture]") {
    for (const auto& file : production()) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            INFO(at(file, i + 1) << "names Xapian::Query::MatchAll: make Xapian::Query(std::string()) instead");
            CHECK(file.lines[i].find("Xapian::Query::MatchAll") == std::string::npos);
        }
    }
}

TEST_CASE("no units include each other in a circle", "[architecture]") {
    const auto graph = unit_graph(production());
    for (const auto& [unit, edges] : graph) {
        std::set<std::string> seen;
        INFO(unit << " includes itself through others");
        CHECK_FALSE(reaches(graph, unit, unit, seen));
    }
}

TEST_CASE("no two headers define a type of one name, which a linker would take for one", "[architecture]") {
    const std::regex definition(R"(^(?:class|struct|enum class) (\w+)(?: [^;]*)?$)");
    const std::regex opening(R"(^(?:inline )?namespace ([\w:]+) \{)");
    std::map<std::string, std::string> defined_in;
    for (const auto& file : production()) {
        if (!file.is_header()) continue;
        std::vector<std::string> scopes;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            std::smatch match;
            if (std::regex_search(file.lines[i], match, opening)) scopes.push_back(match[1]);
            if (file.lines[i].starts_with("}  // namespace ")) scopes.pop_back();
            if (!std::regex_search(file.lines[i], match, definition)) continue;
            std::string name;
            for (const auto& scope : scopes) name += scope + "::";
            const auto [first, is_first] = defined_in.emplace(name + match[1].str(), file.path);
            INFO(at(file, i + 1) << "defines " << first->first << " as " << first->second << " does");
            CHECK(is_first);
        }
    }
    CHECK(defined_in.size() > 100);
}

TEST_CASE("files stay short, headers stay clean", "[architecture]") {
    for (const auto& file : production()) {
        INFO(file.path << " has " << file.lines.size() << " lines: does it hold one idea?");
        CHECK(file.lines.size() <= 500);
        REQUIRE_FALSE(file.lines.empty());
        CHECK(file.lines.front() == "// SPDX-License-Identifier: GPL-3.0-or-later");
        if (!file.is_header()) continue;
        CHECK(std::ranges::find(file.lines, "#pragma once") != file.lines.end());
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            INFO(at(file, i + 1) << "opens a namespace for everybody who includes it");
            CHECK_FALSE(file.lines[i].starts_with("using namespace"));
        }
    }
}

}  // namespace palermo::test
