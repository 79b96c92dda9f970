// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_intake.hpp"
#include "indexer/commands/commands.hpp"
#include "indexer/commands/input.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/report.hpp"

#include <iostream>
#include <iterator>
#include <utility>

namespace palermo::commands {
namespace {

struct CheckOptions {
    std::filesystem::path schemas;
    std::vector<std::string> paths;
    bool json = false;
};

void check_source(const RecordSource& source, const RecordIntake& intake, SeenIds& seen, Diagnostics& findings) {
    const auto text = open_record_source(source, *LiveGeneration::open(IndexDirectory({})));
    if (!text) {
        findings.push_back(text.error());
        return;
    }
    auto checked = intake.take(*text);
    std::ranges::move(checked.diagnostics, std::back_inserter(findings));
    if (!checked.record) return;
    if (auto twice = seen.add(checked.record->id, text->place_at(checked.record->offset))) findings.push_back(std::move(*twice));
}

int run_check(const CheckOptions& options) {
    const auto intake = RecordIntake::open(options.schemas);
    if (!intake) return fail(intake.error());
    const auto input = collect_input(options.paths);
    auto findings = input.diagnostics;
    SeenIds seen;
    for (const auto& source : input.sources) check_source(source, *intake, seen, findings);
    print_findings(findings, options.json);
    const auto count = input.sources.size();
    if (!options.json && findings.empty()) std::cout << count << (count == 1 ? " record is" : " records are") << " in order.\n";
    if (input.sources.empty()) return exit_usage;
    return has_errors(findings) ? exit_found : exit_ok;
}

}  // namespace

void add_check(CLI::App& app, Action& action) {
    auto& command =
        *app.add_subcommand("check", "Read and check records as load does, without an index. Every finding names file, line and column.");
    const auto options = std::make_shared<CheckOptions>();
    add_schemas(command, options->schemas);
    add_paths(command, options->paths);
    add_json(command, options->json);
    on_command(command, action, options, run_check);
}

}  // namespace palermo::commands
