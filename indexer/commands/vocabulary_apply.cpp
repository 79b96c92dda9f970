// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/printable.hpp"
#include "indexer/commands/open_view.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/progress.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/commands/vocabulary_commands.hpp"
#include "indexer/commands/vocabulary_input.hpp"
#include "indexer/commands/vocabulary_report.hpp"
#include "indexer/index/checksum.hpp"
#include "indexer/load/load_report_json.hpp"
#include "indexer/load/loader.hpp"
#include "indexer/load/vocabulary_installer.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <iostream>
#include <optional>
#include <utility>

namespace palermo::commands {
namespace {

namespace json = boost::json;

struct ApplyOptions {
    std::filesystem::path file;
    std::filesystem::path index;
    std::filesystem::path schemas;
    bool dry_run = false;
    bool json = false;
    bool quiet = false;
};

/// What is told at the end, as far as it came.
struct Told {
    const ApplyOptions& options;
    json::object answer{{"findings", json::array()}, {"applied", false}, {"kept", nullptr}, {"generation", nullptr}, {"records", nullptr}};

    void say(const std::string& text) const {
        if (!options.json) std::cout << text << std::flush;
    }
    int end(int exit_code) const {
        if (options.json) std::cout << json::serialize(answer) << '\n';
        return exit_code;
    }
};

std::optional<Diagnostic> refusal(const ApplyOptions& options, const GivenVocabulary& given) {
    if (given.installed) return std::nullopt;
    const auto place = options.schemas / vocabulary_file(given.scheme);
    std::error_code error;
    if (std::filesystem::equivalent(options.file, place, error))
        return error_at(options.file.string(), "This is the installed vocabulary itself.",
                        "Edit a copy and apply that: what is installed is what the copy is compared with.");
    return error_at(place.string(), "The installed vocabulary cannot be read, and nothing can be compared with it.",
                    "Name the directory of the schemas with --schemas.");
}

/// Puts the file in its place and makes the index anew; one that fails undoes the other.
Result<LoadReport> put_to_use(const ApplyOptions& options, const GivenVocabulary& given, Told& told) {
    const auto content = read_bytes(options.file);
    if (!content) return content.error();
    const auto place = options.schemas / vocabulary_file(given.scheme);
    const auto installer = VocabularyInstaller::install(place, *content, given.installed->version());
    if (!installer) return installer.error();
    auto loaded = [&] {
        Progress progress(options.quiet || options.json);
        return load({.index = options.index, .schemas = options.schemas, .sources = {}, .progress = progress.listener()});
    }();
    if (!loaded) {
        if (const auto back = installer->put_back(); !back) return back.error();
        return loaded;
    }
    told.answer["kept"] = json_text(installer->kept().string());
    told.say("Installed " + printable(place.string()) + "; the old version is kept as " + printable(installer->kept().filename().string()) +
             ".\n");
    return loaded;
}

/// Whether the very file is installed, and the generation was made with it.
Result<bool> is_in_use(const ApplyOptions& options, const GivenVocabulary& given, const Manifest& manifest) {
    const auto content = read_bytes(options.file);
    if (!content) return content.error();
    const auto installed = read_bytes(options.schemas / vocabulary_file(given.scheme));
    if (!installed) return installed.error();
    const auto entry = std::ranges::find(manifest.vocabularies, given.scheme, &VocabularyEntry::scheme);
    return *content == *installed && entry != manifest.vocabularies.end() && entry->file.checksum == checksum_of(given.source.text());
}

Result<void> compare(const GivenVocabulary& given, const WorkerView& view, Told& told) {
    const auto& after = *given.vocabulary;
    VocabularyComparison comparison{.before = *given.installed, .after = after, .diff = diff_vocabularies(*given.installed, after)};
    const auto impact = find_impact(view, given.facet(), comparison.diff, after);
    if (!impact) return impact.error();
    comparison.impact = &*impact;
    told.answer["diff"] = to_json(comparison);
    told.say(render_text(comparison));
    return {};
}

int run_apply(const ApplyOptions& options) {
    const auto view = open_view(options.index);
    if (!view) return fail(view.error());
    const auto given = read_given(options.file, options.schemas, &view->snapshot().vocabularies());
    if (!given) return fail(given.error());
    Told told{.options = options};
    told.answer["findings"] = to_json(given->findings);
    for (const auto& finding : given->findings) {
        // Notes are for check: here they would hide what is about to change.
        if (finding.severity != Severity::note) told.say(format(finding) + '\n');
    }
    if (!given->vocabulary) {
        told.say(printable(options.file.string()) + ": refused; nothing was changed.\n");
        return told.end(exit_usage);
    }
    if (const auto refused = refusal(options, *given)) return fail(*refused);
    if (const auto utf8 = refuse_other_encoding(options.file, given->source)) return fail(*utf8);
    if (const auto compared = compare(*given, *view, told); !compared) return fail(compared.error());
    const auto in_use = is_in_use(options, *given, view->snapshot().manifest());
    if (!in_use) return fail(in_use.error());
    if (*in_use) {
        told.say("This vocabulary is installed and in use already; nothing was changed.\n");
        return told.end(exit_ok);
    }
    if (options.dry_run) {
        told.say("Nothing was changed: this was a dry run.\n");
        return told.end(exit_ok);
    }
    const auto loaded = put_to_use(options, *given, told);
    if (!loaded) {
        told.say("The vocabulary was not put to use; the installed one is as it was.\n");
        return fail(loaded.error());
    }
    told.answer["applied"] = true;
    told.answer["records"] = loaded->records;
    told.answer["generation"] = loaded->live_generation;
    told.say(loaded->generation ? "Built " + std::to_string(loaded->rebuilt) + " records again. Generation " +
                                      std::to_string(*loaded->generation) + " is live, with the new vocabulary.\n"
                                : std::string("The index holds no records; the next load takes the new vocabulary.\n"));
    return told.end(exit_ok);
}

}  // namespace

void add_vocabulary_apply(CLI::App& vocabulary, Action& action) {
    auto& command = *vocabulary.add_subcommand(
        "apply",
        "Put an edited vocabulary to use: check it, tell what changes for which records, install it among the schemas (the old version "
        "stays beside it) and build the index again. If that fails, all is as it was.");
    const auto options = std::make_shared<ApplyOptions>();
    command.add_option("new", options->file, "The edited vocabulary; its owl:versionInfo must be another")->required()->type_name("NEW");
    add_index(command, options->index);
    add_schemas(command, options->schemas);
    command.add_flag("--dry-run", options->dry_run, "Check and tell, and change nothing");
    add_json(command, options->json);
    add_quiet(command, options->quiet);
    on_command(command, action, options, run_apply);
}

}  // namespace palermo::commands
