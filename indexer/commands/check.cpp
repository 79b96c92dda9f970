// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_intake.hpp"
#include "indexer/commands/commands.hpp"
#include "indexer/commands/identity_config.hpp"
#include "indexer/commands/input.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/report.hpp"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <utility>

namespace palermo::commands {
namespace {

struct CheckOptions {
    std::filesystem::path schemas;
    std::filesystem::path config;
    std::vector<std::string> paths;
    bool json = false;
};

struct Findings {
    Diagnostics reported;
    Diagnostics waived;
};

void append(Diagnostics& all, Diagnostics more) { std::ranges::move(more, std::back_inserter(all)); }

void check_source(const RecordSource& source, const RecordIntake& intake, SeenIds& seen, Findings& findings) {
    const auto text = open_record_source(source);
    if (!text) {
        findings.reported.push_back(text.error());
        return;
    }
    auto checked = intake.take(*text);
    append(findings.reported, std::move(checked.diagnostics));
    append(findings.waived, std::move(checked.waived));
    if (!checked.record) return;
    if (auto twice = seen.add(checked.record->id, text->place_at(checked.record->offset))) findings.reported.push_back(std::move(*twice));
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + (count == 1 ? one : many);
}

/// Waived findings are notes in JSON, for whoever reviews the waivers, and one line of text, so that nobody reads past a new finding.
void print(const Findings& findings, std::size_t records, bool as_json) {
    if (as_json) {
        auto all = findings.reported;
        append(all, findings.waived);
        print_findings(all, true);
        return;
    }
    print_findings(findings.reported, false);
    if (findings.reported.empty()) {
        std::cout << counted(records, " record is", " records are") << " in order.\n";
    } else {
        const auto errors = static_cast<std::size_t>(std::ranges::count(findings.reported, Severity::error, &Diagnostic::severity));
        const auto warnings = static_cast<std::size_t>(std::ranges::count(findings.reported, Severity::warning, &Diagnostic::severity));
        std::cout << counted(records, " record read: ", " records read: ") << counted(errors, " error", " errors") << ", "
                  << counted(warnings, " warning.\n", " warnings.\n");
    }
    if (findings.waived.empty()) return;
    std::cout << counted(findings.waived.size(), " finding is", " findings are") << " let stand by waivers; --json lists them.\n";
}

int run_check(const CheckOptions& options) {
    auto policy = read_identity_policy(options.config);
    if (!policy) return fail(policy.error());
    const auto intake = RecordIntake::open(options.schemas, std::move(*policy));
    if (!intake) return fail(intake.error());
    const auto input = collect_input(options.paths);
    Findings findings{.reported = input.diagnostics, .waived = {}};
    SeenIds seen;
    for (const auto& source : input.sources) check_source(source, *intake, seen, findings);
    print(findings, input.sources.size(), options.json);
    if (input.sources.empty()) return exit_usage;
    return has_errors(findings.reported) ? exit_found : exit_ok;
}

constexpr auto footer = R"(Every finding names file, line and column, and how to mend it. Warnings, such as those of the identity lint, do
not keep a record from being loaded; errors do. What a record may say is documented in case-record.xsd, in the
directory of --schemas.

Examples:
  palermo-indexer check cases/
  palermo-indexer check --json cases/case-099.xml
  palermo-indexer check --config indexer.toml cases/   with your own rules for what may identify a victim

Exit codes: 0 no errors; 1 errors were found; 2 there is nothing to check, or it cannot be read.)";

}  // namespace

void add_check(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand("check", "Read and check records as load does, without an index.");
    command.footer(footer);
    const auto options = std::make_shared<CheckOptions>();
    add_schemas(command, options->schemas);
    add_config(command, options->config);
    add_paths(command, options->paths);
    add_json(command, options->json);
    on_command(command, action, options, run_check);
}

}  // namespace palermo::commands
