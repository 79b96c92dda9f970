// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/rollback.hpp"

#include "indexer/commands/commands.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/report.hpp"

#include <boost/json.hpp>

#include <iostream>

namespace palermo::commands {
namespace {

struct RollbackOptions {
    std::filesystem::path index;
    std::uint64_t generation = 0;
    bool json = false;
};

int run_rollback(const RollbackOptions& options) {
    const auto manifest = roll_back(options.index, options.generation);
    if (!manifest) return fail(manifest.error());
    if (options.json) {
        std::cout << boost::json::serialize(boost::json::object{
                         {"generation", manifest->generation}, {"restored", options.generation}, {"records", manifest->record_count}})
                  << '\n';
    } else {
        std::cout << "Generation " << manifest->generation << " is live and shows generation " << options.generation << " again, with "
                  << manifest->record_count << (manifest->record_count == 1 ? " record.\n" : " records.\n");
    }
    return exit_ok;
}

constexpr auto footer =
    R"(The older state becomes a new generation, so a rollback can itself be rolled back. What was taken down stays down.

Examples:
  palermo-indexer history --index /srv/palermo       find the number of the state that was right
  palermo-indexer diff --index /srv/palermo 4 3      what going back from 4 to 3 changes
  palermo-indexer rollback --index /srv/palermo 3

Exit codes: palermo-indexer --help lists them.)";

}  // namespace

void add_rollback(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand("rollback", "Show an older generation again, as a new one: nothing is lost.");
    command.footer(footer);
    const auto options = std::make_shared<RollbackOptions>();
    add_index(command, options->index);
    command.add_option("generation", options->generation, "The number of the generation, from palermo-indexer history")
        ->required()
        ->type_name("N")
        ->check(whole_number(1, max_generation));
    add_json(command, options->json);
    on_command(command, action, options, run_rollback);
}

}  // namespace palermo::commands
