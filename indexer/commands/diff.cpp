// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/commands.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/load/generation_diff.hpp"
#include "indexer/load/load_report_json.hpp"
#include "indexer/load/load_report_text.hpp"

#include <boost/json.hpp>

#include <iostream>

namespace palermo::commands {
namespace {

struct DiffOptions {
    std::filesystem::path index;
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    bool json = false;
};

void print_text(const DiffOptions& options, const GenerationDiff& diff) {
    for (const auto& id : diff.added) std::cout << "added    " << id << '\n';
    for (const auto& id : diff.removed) std::cout << "removed  " << id << '\n';
    for (const auto& record : diff.changed) std::cout << "changed  " << record.id << '\n' << render_text(record.changes);
    std::cout << "From generation " << options.from << " to " << options.to << ": " << diff.added.size() << " added, "
              << diff.changed.size() << " changed, " << diff.removed.size() << " removed.\n";
}

void print_json(const DiffOptions& options, const GenerationDiff& diff) {
    namespace json = boost::json;
    json::array changed;
    for (const auto& record : diff.changed) changed.push_back(json::object{{"id", record.id}, {"changes", to_json(record.changes)}});
    std::cout << json::serialize(json::object{{"from", options.from},
                                              {"to", options.to},
                                              {"added", json::value_from(diff.added)},
                                              {"removed", json::value_from(diff.removed)},
                                              {"changed", std::move(changed)}})
              << '\n';
}

int run_diff(const DiffOptions& options) {
    const auto diff = diff_generations(IndexDirectory(options.index), options.from, options.to);
    if (!diff) return fail(diff.error());
    options.json ? print_json(options, *diff) : print_text(options, *diff);
    return exit_ok;
}

constexpr auto footer = R"(Examples:
  palermo-indexer history --index /srv/palermo     which generations there are
  palermo-indexer diff --index /srv/palermo 3 4    what came with generation 4
  palermo-indexer diff --index /srv/palermo 4 3    what a rollback to 3 would do

Exit codes: 0, whether they differ or not; 2 a number that is not kept; 3 to 5: palermo-indexer --help lists them.)";

}  // namespace

void add_diff(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand("diff", "Say how one generation differs from another, record by record and field by field.");
    command.footer(footer);
    const auto options = std::make_shared<DiffOptions>();
    add_index(command, options->index);
    command.add_option("from", options->from, "The number of the first generation")
        ->required()
        ->type_name("N")
        ->check(whole_number(1, max_generation));
    command.add_option("to", options->to, "The number of the second")->required()->type_name("M")->check(whole_number(1, max_generation));
    add_json(command, options->json);
    on_command(command, action, options, run_diff);
}

}  // namespace palermo::commands
