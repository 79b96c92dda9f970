// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/loader.hpp"

#include "indexer/commands/commands.hpp"
#include "indexer/commands/identity_config.hpp"
#include "indexer/commands/input.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/progress.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/load/load_report_json.hpp"
#include "indexer/load/load_report_text.hpp"

#include <iostream>
#include <utility>

namespace palermo::commands {
namespace {

struct LoadOptions {
    std::filesystem::path index;
    std::filesystem::path schemas;
    std::filesystem::path config;
    std::vector<std::string> paths;
    bool dry_run = false;
    bool mirror = false;
    bool strict = false;
    unsigned threads = 0;
    std::size_t memory = std::size_t{512} << 20U;
    std::uint64_t keep = kept_generations;
    bool json = false;
    bool quiet = false;
};

/// The progress line is gone from the terminal before anything else is printed.
Result<LoadReport> load_with_progress(const LoadOptions& options, Input input, IdentityPolicy identity) {
    Progress progress(options.quiet || options.json);
    return palermo::load({.index = options.index,
                          .schemas = options.schemas,
                          .sources = std::move(input.sources),
                          .unreadable = std::move(input.diagnostics),
                          .identity = std::move(identity),
                          .dry_run = options.dry_run,
                          .mirror = options.mirror,
                          .strict = options.strict,
                          .threads = options.threads,
                          .memory = options.memory,
                          .keep = options.keep,
                          .progress = progress.listener()});
}

/// A path that leads nowhere was given like any other and is rejected like any other; a mirror must not take it for an empty one.
bool may_load(const LoadOptions& options, const Input& input) {
    return !input.sources.empty() && (input.diagnostics.empty() || !(options.mirror || options.strict));
}

int run_load(const LoadOptions& options) {
    auto input = collect_input(options.paths);
    if (!may_load(options, input)) {
        print_findings(input.diagnostics, options.json);
        return exit_usage;
    }
    auto identity = read_identity_policy(options.config);
    if (!identity) return fail(identity.error());
    auto report = load_with_progress(options, std::move(input), std::move(*identity));
    if (!report) return fail(report.error());
    std::cout << (options.json ? render_json(*report) : render_text(*report));
    return report->rejected > 0 ? exit_found : exit_ok;
}

constexpr auto footer = R"(Reads and checks records. New ones are added, changed ones replaced, the same ones left alone; records of the
index that are not named stay. A record with errors is reported and left out. What is loaded appears at once, as
a new generation. A load that was cut off goes on where it was when it is given again.

Examples:
  palermo-indexer load --index /srv/palermo --dry-run cases/   what would change, field by field
  palermo-indexer load --index /srv/palermo cases/             load it
  palermo-indexer load --index /srv/palermo --strict cases/    all of it or nothing
  palermo-indexer load --index /srv/palermo --mirror cases/    and take out what is no longer in cases/
  cat case.xml | palermo-indexer load --index /srv/palermo -   one record from standard input

Exit codes: 0 all was taken; 1 something was rejected, and the rest loaded (with --strict: nothing was);
2 to 5: palermo-indexer --help lists them.)";

}  // namespace

void add_load(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand("load", "Add records to the index, replace those that changed, and publish all of it at once.");
    command.footer(footer);
    const auto options = std::make_shared<LoadOptions>();
    add_index(command, options->index);
    add_schemas(command, options->schemas);
    add_config(command, options->config);
    add_paths(command, options->paths);
    command.add_flag("--dry-run", options->dry_run, "Only say what would change: fields, counts, duplicates, findings; write nothing");
    command.add_flag("--mirror", options->mirror, "Also take out the records of the index that are not given");
    command.add_flag("--strict", options->strict, "Load nothing if anything is rejected");
    command.add_option("--keep", options->keep, "How many generations stay, to go back to")
        ->type_name("K")
        ->check(whole_number(1, 10'000))
        ->capture_default_str();
    command.add_option("--threads", options->threads, "How many threads work (all processors unless named)")
        ->type_name("N")
        ->check(whole_number(1, 256));
    command.add_option("--memory", options->memory, "About how much memory to use, such as 512MB or 2GB")
        ->type_name("SIZE")
        ->transform(memory_size())
        ->default_str("512MB");
    add_json(command, options->json);
    add_quiet(command, options->quiet);
    on_command(command, action, options, run_load);
}

}  // namespace palermo::commands
