// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary_diff.hpp"

#include "indexer/commands/open_view.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/commands/vocabulary_commands.hpp"
#include "indexer/commands/vocabulary_input.hpp"
#include "indexer/commands/vocabulary_report.hpp"

#include "corpus/vocabulary_reader.hpp"
#include "indexer/load/load_report_json.hpp"

#include <boost/json.hpp>

#include <iostream>
#include <optional>
#include <utility>

namespace palermo::commands {
namespace {

struct DiffOptions {
    std::filesystem::path before;
    std::filesystem::path after;
    std::filesystem::path index;
    bool json = false;
};

Result<Vocabulary> read(const std::filesystem::path& file) {
    const auto source = open_vocabulary(file);
    if (!source) return source.error();
    auto vocabulary = read_vocabulary(*source);
    if (vocabulary && vocabulary_file(vocabulary->scheme()).empty())
        return error_at(file.string(), "The scheme \"" + vocabulary->scheme() + "\" is none of the two that there are.",
                        "Write legal-concept or evidential-issue as dct:identifier.");
    return vocabulary;
}

Result<std::pair<Vocabulary, Vocabulary>> read_both(const DiffOptions& options) {
    auto before = read(options.before);
    if (!before) return before.error();
    auto after = read(options.after);
    if (!after) return after.error();
    if (before->scheme() != after->scheme())
        return error_at(options.after.string(),
                        "This is a vocabulary of the scheme \"" + after->scheme() + "\", the other one of \"" + before->scheme() + "\".",
                        "Compare two versions of one vocabulary.");
    return std::pair(std::move(*before), std::move(*after));
}

int run_diff(const DiffOptions& options) {
    const auto both = read_both(options);
    if (!both) return fail(both.error());
    VocabularyComparison comparison{.before = both->first, .after = both->second, .diff = diff_vocabularies(both->first, both->second)};
    std::optional<VocabularyImpact> impact;
    if (!options.index.empty()) {
        const auto view = open_view(options.index);
        if (!view) return fail(view.error());
        auto found = find_impact(*view, *facet_named(both->second.scheme()), comparison.diff, both->second);
        if (!found) return fail(found.error());
        impact = std::move(*found);
        comparison.impact = &*impact;
    }
    if (options.json)
        std::cout << boost::json::serialize(to_json(comparison)) << '\n';
    else
        std::cout << render_text(comparison);
    return comparison.diff.removed.empty() ? exit_ok : exit_found;
}

}  // namespace

void add_vocabulary_diff(CLI::App& vocabulary, Action& action) {
    auto& command = *vocabulary.add_subcommand(
        "diff",
        "What a new version says otherwise than an old one: added, other words, merged, deprecated, moved, removed (which is refused).");
    const auto options = std::make_shared<DiffOptions>();
    command.add_option("old", options->before, "The old version")->required()->type_name("OLD");
    command.add_option("new", options->after, "The new version")->required()->type_name("NEW");
    command.add_option("--index", options->index, "Also name the records of this index that each change touches, and the counts that move")
        ->type_name("DIR");
    add_json(command, options->json);
    on_command(command, action, options, run_diff);
}

}  // namespace palermo::commands
