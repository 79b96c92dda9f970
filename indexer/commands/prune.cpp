// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/commands.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/index/kept_generations.hpp"
#include "indexer/load/publisher.hpp"

#include <boost/json.hpp>

#include <iostream>
#include <utility>
#include <vector>

namespace palermo::commands {
namespace {

struct PruneOptions {
    std::filesystem::path index;
    std::uint64_t keep = 0;
    bool json = false;
};

struct Pruned {
    std::vector<std::uint64_t> generations;
    bool is_index = true;  ///< false: only what a first load that was cut off had left
};

Result<Pruned> prune_locked(const PruneOptions& options) {
    const IndexDirectory directory(options.index);
    const auto live = directory.current_generation();
    if (!live) return live.error();
    if (!*live && !was_begun(directory)) return no_index(directory.root());
    const auto lock = WriterLock::acquire(directory, "prune");
    if (!lock) return lock.error();
    auto gone = palermo::prune(directory, options.keep, *lock);
    if (!gone) return gone.error();
    return Pruned{.generations = std::move(*gone), .is_index = live->has_value()};
}

int run_prune(const PruneOptions& options) {
    const auto pruned = prune_locked(options);
    if (!pruned) return fail(pruned.error());
    const auto& gone = pruned->generations;
    if (options.json) {
        std::cout << boost::json::serialize(boost::json::object{{"removed", boost::json::value_from(gone)}}) << '\n';
        return exit_ok;
    }
    if (!pruned->is_index)
        std::cout << "There is no generation yet; what a first load that was cut off had left behind is gone.\n";
    else if (gone.empty())
        std::cout << "No generation had to go.\n";
    for (const auto number : gone) std::cout << "Generation " << number << " is gone.\n";
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
