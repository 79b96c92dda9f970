// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/commands.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/index/kept_generations.hpp"

#include <iostream>

namespace palermo::commands {
namespace {

struct StatusOptions {
    std::filesystem::path index;
    bool json = false;
};

void print_text(const Manifest& manifest) {
    std::cout << "Generation " << manifest.generation << ", made " << manifest.created << " by " << manifest.created_by << '\n'
              << "Records    " << manifest.record_count << " in " << manifest.segments.size()
              << (manifest.segments.size() == 1 ? " segment\n" : " segments\n") << "Format     " << manifest.format_version
              << ", text analysis " << manifest.analyzer.version << " with ICU " << manifest.analyzer.icu_version << '\n';
    for (const auto& vocabulary : manifest.vocabularies)
        std::cout << "Vocabulary " << vocabulary.scheme << ", version " << vocabulary.version << '\n';
}

int run_status(const StatusOptions& options) {
    const IndexDirectory directory(options.index);
    const auto generation = require_index(directory);
    if (!generation) return fail(generation.error());
    const auto manifest = directory.read_manifest(*generation);
    if (!manifest) return fail(manifest.error());
    if (options.json)
        std::cout << format(*manifest);
    else
        print_text(*manifest);
    return exit_ok;
}

constexpr auto footer = R"(Examples:
  palermo-indexer status --index /srv/palermo
  palermo-indexer status --index /srv/palermo --json

Exit codes: palermo-indexer --help lists them.)";

}  // namespace

void add_status(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand("status", "Say which generation is live, what it holds and what it was made with.");
    command.footer(footer);
    const auto options = std::make_shared<StatusOptions>();
    add_index(command, options->index);
    add_json(command, options->json);
    on_command(command, action, options, run_status);
}

}  // namespace palermo::commands
