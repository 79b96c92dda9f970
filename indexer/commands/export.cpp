// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/export/open_target.hpp"

#include "indexer/commands/commands.hpp"
#include "indexer/commands/open_view.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/progress.hpp"
#include "indexer/commands/record_choice.hpp"
#include "indexer/commands/report.hpp"

#include <algorithm>
#include <ctime>
#include <iostream>
#include <optional>
#include <utility>

namespace palermo::commands {
namespace {

struct ExportOptions {
    std::filesystem::path index;
    std::optional<std::uint64_t> generation;
    std::string ids_file;
    std::vector<std::string> conditions;
    std::vector<std::string> ids_and_target;
    bool force = false;
    bool quiet = false;

    [[nodiscard]] const std::string& target() const { return ids_and_target.back(); }
};

/// The ids of the command line and of --ids; nothing when neither names any: all records are meant. An empty list from a search that found
/// nothing means none.
Result<std::optional<std::vector<std::string>>> asked_ids(const ExportOptions& options) {
    std::vector<std::string> ids(options.ids_and_target.begin(), options.ids_and_target.end() - 1);
    if (options.ids_file.empty()) return ids.empty() ? std::nullopt : std::optional(std::move(ids));
    auto more = read_ids(options.ids_file);
    if (!more) return more.error();
    std::ranges::move(*more, std::back_inserter(ids));
    return std::optional(std::move(ids));
}

/// Who forgets the target would get a directory that is called as the record, with all others in it.
Result<void> check_target(const WorkerView& view, const ExportOptions& options) {
    const auto& target = options.target();
    std::error_code error;
    if (!view.snapshot().find(target) || std::filesystem::exists(target, error)) return {};
    return error_at({}, "\"" + target + "\" is the id of a record, and the last name should be the target.",
                    "Name a directory or an archive after the ids, or write ./" + target + " if the directory is to be called so.");
}

std::time_t time_of(const Manifest& manifest) {
    std::tm parts{};
    return strptime(manifest.created.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts) == nullptr ? 0 : timegm(&parts);
}

/// The number of records written.
Result<std::uint64_t> write_records(const WorkerView& view, const RecordChoice& choice, const ExportOptions& options) {
    const auto& manifest = view.snapshot().manifest();
    auto target = open_export_target(options.target(), options.force, time_of(manifest));
    if (!target) return target.error();
    Progress progress(options.quiet);
    const auto total = choice.docids ? choice.docids->size() : manifest.record_count;
    std::uint64_t written = 0;
    auto walked = for_each_chosen(view, choice, [&](std::uint32_t docid) -> Result<void> {
        const auto data = view.data(docid);
        if (!data) return data.error();
        const auto xml = view.source_xml(docid, *data);
        if (!xml) return xml.error();
        if (auto added = (*target)->add(data->id, *xml); !added) return added;
        progress.show("exporting", ++written, total);
        return {};
    });
    if (!walked) return walked.error();
    if (auto finished = (*target)->finish(); !finished) return finished.error();
    return written;
}

int run_export(const ExportOptions& options) {
    const auto view = open_view(options.index, options.generation);
    if (!view) return fail(view.error());
    if (const auto checked = check_target(*view, options); !checked) return fail(checked.error());
    const auto ids = asked_ids(options);
    if (!ids) return fail(ids.error());
    if (*ids && (*ids)->empty()) {
        std::cerr << "The list of ids is empty: nothing was written.\n";
        return exit_found;
    }
    const auto choice = choose_records(*view, *ids, options.conditions);
    if (!choice) return fail(choice.error());
    const auto written = write_records(*view, *choice, options);
    if (!written) return fail(written.error());
    const auto& manifest = view->snapshot().manifest();
    for (const auto& id : choice->unknown_ids) std::cerr << not_held(manifest, id) << '\n';
    (options.target() == "-" ? std::cerr : std::cout) << *written << (*written == 1 ? " record" : " records") << " written. Generation "
                                                      << manifest.generation << ", made " << manifest.created << ".\n";
    return choice->unknown_ids.empty() ? exit_ok : exit_found;
}

constexpr auto help = "Write records as the XML that was loaded, byte for byte: all of them, or those you name.";

constexpr auto footer = R"(Records are named by their ids, by --ids or by --where. Load them into an empty index and you have the same
collection.

Examples:
  palermo-indexer export --index /srv/palermo all.tar.zst                             all of them
  palermo-indexer export --index /srv/palermo case-098 case-099 two/                  two, into a directory
  palermo-indexer export --index /srv/palermo --where outcome=acquitted acquitted/    those with an outcome
  palermo-searchd find --index /srv/palermo 'passport debt' | \
      palermo-indexer export --index /srv/palermo --ids - found/                      those a search finds

Exit codes: 0 all were written; 1 an id is unknown, and the rest was written; 2 to 5: palermo-indexer --help lists them.)";

}  // namespace

void add_export(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand("export", help);
    command.footer(footer);
    const auto options = std::make_shared<ExportOptions>();
    add_index(command, options->index);
    command.add_option("--generation", options->generation, "An earlier generation, not the live one")
        ->type_name("N")
        ->check(whole_number(1, max_generation));
    command.add_option("--ids", options->ids_file, "A file with ids, one a line; - is standard input")->type_name("FILE");
    command
        .add_option("--where", options->conditions,
                    "Only records with this value, such as outcome=acquitted. Repeated: any value of one facet, and each facet")
        ->type_name("FACET=VALUE")
        ->allow_extra_args(false);
    command
        .add_option("ids-and-target", options->ids_and_target,
                    "Ids of records, none for all; then the target: a directory, a name that ends in .tar, .tar.gz, .tgz or .tar.zst, or - "
                    "for a tar on standard output")
        ->required()
        ->type_name("[ID...] TARGET");
    command.add_flag("--force", options->force, "Write into a directory with something in it, or over an archive");
    add_quiet(command, options->quiet);
    on_command(command, action, options, run_export);
}

}  // namespace palermo::commands
