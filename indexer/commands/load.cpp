// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/loader.hpp"

#include "indexer/commands/commands.hpp"
#include "indexer/commands/input.hpp"
#include "indexer/commands/progress.hpp"
#include "indexer/commands/report.hpp"

#include <iostream>
#include <utility>

namespace palermo::commands {
namespace {

/// The progress line is gone from the terminal before anything else is printed.
Result<LoadReport> load_with_progress(const Options& options, std::vector<RecordSource> sources) {
    Progress progress(options.quiet || options.json);
    return palermo::load({.index = options.index,
                          .schemas = options.schemas,
                          .sources = std::move(sources),
                          .progress = [&](auto step, auto done, auto total) { progress.show(step, done, total); }});
}

}  // namespace

int load(const Options& options) {
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

}  // namespace palermo::commands
