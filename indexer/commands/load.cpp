// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/loader.hpp"

#include "indexer/commands/commands.hpp"
#include "indexer/commands/input.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/progress.hpp"
#include "indexer/commands/report.hpp"

#include <iostream>
#include <utility>

namespace palermo::commands {
namespace {

struct LoadOptions {
    std::filesystem::path index;
    std::filesystem::path schemas;
    std::vector<std::string> paths;
    bool json = false;
    bool quiet = false;
};

/// The progress line is gone from the terminal before anything else is printed.
Result<LoadReport> load_with_progress(const LoadOptions& options, std::vector<RecordSource> sources) {
    Progress progress(options.quiet || options.json);
    return palermo::load({.index = options.index,
                          .schemas = options.schemas,
                          .sources = std::move(sources),
                          .progress = [&](auto step, auto done, auto total) { progress.show(step, done, total); }});
}

int run_load(const LoadOptions& options) {
    auto input = collect_input(options.paths);
    if (input.sources.empty()) {
        print_findings(input.diagnostics, options.json);
        return exit_usage;
    }
    auto report = load_with_progress(options, std::move(input.sources));
    if (!report) return fail(report.error());
    // A path that leads nowhere was given like any other and is rejected like any other.
    report->given += input.diagnostics.size();
    report->rejected += input.diagnostics.size();
    report->diagnostics.insert(report->diagnostics.begin(), input.diagnostics.begin(), input.diagnostics.end());
    std::cout << (options.json ? render_json(*report) : render_text(*report));
    return report->rejected > 0 ? exit_found : exit_ok;
}

}  // namespace

void add_load(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand(
        "load",
        "Read, check and index records. New ones are added, changed ones replaced, the same ones left alone; records in "
        "the index that are not named stay. A record with errors is reported and left out.");
    const auto options = std::make_shared<LoadOptions>();
    add_index(command, options->index);
    add_schemas(command, options->schemas);
    add_paths(command, options->paths);
    add_json(command, options->json);
    command.add_flag("--quiet", options->quiet, "No progress on the terminal");
    on_command(command, action, options, run_load);
}

}  // namespace palermo::commands
