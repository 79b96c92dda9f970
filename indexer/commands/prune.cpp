// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/commands.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/index/kept_generations.hpp"
#include "indexer/load/publisher.hpp"

#include <boost/json.hpp>

#include <iostream>

namespace palermo::commands {
namespace {

struct PruneOptions {
    std::filesystem::path index;
    std::uint64_t keep = 0;
    bool json = false;
};

Result<std::vector<std::uint64_t>> prune_locked(const PruneOptions& options) {
    const IndexDirectory directory(options.index);
    if (const auto live = require_index(directory); !live) return live.error();
    const auto lock = WriterLock::acquire(directory, "prune");
    if (!lock) return lock.error();
    return palermo::prune(directory, options.keep, *lock);
}

int run_prune(const PruneOptions& options) {
    const auto gone = prune_locked(options);
    if (!gone) return fail(gone.error());
    if (options.json) {
        std::cout << boost::json::serialize(boost::json::object{{"removed", boost::json::value_from(*gone)}}) << '\n';
        return exit_ok;
    }
    if (gone->empty()) std::cout << "No generation had to go.\n";
    for (const auto number : *gone) std::cout << "Generation " << number << " is gone.\n";
    return exit_ok;
}

constexpr auto footer = R"(The live generation always stays. What is removed cannot be rolled back to.

Example:
  palermo-indexer prune --index /srv/palermo --keep 3

Exit codes: palermo-indexer --help lists them.)";

}  // namespace

void add_prune(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand("prune", "Remove old generations and what loads that were cut off have left behind.");
    command.footer(footer);
    const auto options = std::make_shared<PruneOptions>();
    add_index(command, options->index);
    command.add_option("--keep", options->keep, "How many of the newest generations stay, the live one among them")
        ->required()
        ->type_name("K")
        ->check(whole_number(1, 10'000));
    add_json(command, options->json);
    on_command(command, action, options, run_prune);
}

}  // namespace palermo::commands
