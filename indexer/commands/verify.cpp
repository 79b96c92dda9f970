// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/commands.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/index/index_verifier.hpp"

#include <iostream>

namespace palermo::commands {
namespace {

struct VerifyOptions {
    std::filesystem::path index;
    bool json = false;
};

int run_verify(const VerifyOptions& options) {
    const auto findings = verify_index(IndexDirectory(options.index));
    print_findings(findings, options.json);
    if (findings.empty() && !options.json) std::cout << "The index is whole.\n";
    return findings.empty() ? exit_ok : exit_index;
}

}  // namespace

void add_verify(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand("verify", "Read the whole live generation: files, checksums, databases, documents.");
    const auto options = std::make_shared<VerifyOptions>();
    add_index(command, options->index);
    add_json(command, options->json);
    on_command(command, action, options, run_verify);
}

}  // namespace palermo::commands
