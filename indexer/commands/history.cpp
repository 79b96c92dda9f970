// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/commands.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/index/kept_generations.hpp"
#include "indexer/load/report_verifier.hpp"

#include <boost/json.hpp>

#include <fstream>
#include <iostream>

namespace palermo::commands {
namespace {

struct HistoryOptions {
    std::filesystem::path index;
    std::uint64_t generation = 0;
    bool json = false;
};

std::string describe_load(const GenerationChange& change) {
    const auto rebuilt = std::to_string(change.rebuilt) + " built again";
    if (change.rebuilt > 0 && change.added + change.changed + change.removed == 0)
        return "load: " + rebuilt + ", since the vocabularies or the text analysis changed";
    return "load: " + std::to_string(change.added) + " added, " + std::to_string(change.changed) + " changed" +
           (change.removed > 0 ? ", " + std::to_string(change.removed) + " taken out" : "") + (change.rebuilt > 0 ? ", " + rebuilt : "");
}

std::string describe(const GenerationChange& change) {
    switch (change.kind) {
        case ChangeKind::load: return describe_load(change);
        case ChangeKind::remove: return change.removed > 0 ? "remove: " + std::to_string(change.removed) + " taken down" : "remove --undo";
        case ChangeKind::rollback: return "rollback to " + std::to_string(change.restored);
    }
    return {};
}

boost::json::object to_json(const Manifest& manifest) {
    return {{"generation", manifest.generation},     {"created", manifest.created},          {"records", manifest.record_count},
            {"kind", name_of(manifest.change.kind)}, {"added", manifest.change.added},       {"changed", manifest.change.changed},
            {"removed", manifest.change.removed},    {"restored", manifest.change.restored}, {"rebuilt", manifest.change.rebuilt}};
}

/// The report that is kept with one generation.
int print_report(const IndexDirectory& directory, std::uint64_t generation) {
    const auto manifest = read_kept_generation(directory, generation);
    if (!manifest) return fail(manifest.error());
    if (const auto damage = report_damage(directory, generation)) return fail(*damage);
    std::ifstream stream(directory.report_file(generation), std::ios::binary);
    if (!stream) {
        return fail(error_at(directory.root().string(), "Generation " + std::to_string(generation) + " has no report.",
                             "Only loads have one; this was made by " + std::string(name_of(manifest->change.kind)) + '.'));
    }
    std::cout << stream.rdbuf();
    return exit_ok;
}

void print_line(const Manifest& manifest, bool is_live) {
    std::cout << (is_live ? "* " : "  ") << manifest.generation << '\t' << manifest.created << '\t' << manifest.record_count
              << (manifest.record_count == 1 ? " record" : " records") << '\t' << describe(manifest.change) << '\n';
}

int run_history(const HistoryOptions& options) {
    const IndexDirectory directory(options.index);
    if (options.generation > 0) return print_report(directory, options.generation);
    const auto live = require_index(directory);
    if (!live) return fail(live.error());
    const auto numbers = directory.generations();
    if (!numbers) return fail(numbers.error());
    // A writer may have published a newer one meanwhile, and pruned this one; an older one alone is not live.
    if (numbers->empty() || numbers->back() < *live) {
        if (const auto missing = directory.read_manifest(*live); !missing) return fail(missing.error());
    }
    boost::json::array generations;
    for (auto number = numbers->rbegin(); number != numbers->rend(); ++number) {
        const auto manifest = directory.read_manifest(*number);
        if (!manifest) return fail(manifest.error());
        if (options.json)
            generations.push_back(to_json(*manifest));
        else
            print_line(*manifest, number == numbers->rbegin());
    }
    if (options.json) std::cout << boost::json::serialize(boost::json::object{{"generations", std::move(generations)}}) << '\n';
    return exit_ok;
}

constexpr auto footer = R"(A star marks the live one. Generations are removed when newer ones come (see load --keep, and prune).

Examples:
  palermo-indexer history --index /srv/palermo
  palermo-indexer history --index /srv/palermo --report 4   all that was said when generation 4 was loaded

Exit codes: palermo-indexer --help lists them.)";

}  // namespace

void add_history(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand("history", "List the generations that are kept, the newest first, and how each came about.");
    command.footer(footer);
    const auto options = std::make_shared<HistoryOptions>();
    add_index(command, options->index);
    command.add_option("--report", options->generation, "Print the report that was kept with this generation's load, as JSON")
        ->type_name("N")
        ->check(whole_number(1, max_generation));
    add_json(command, options->json);
    on_command(command, action, options, run_history);
}

}  // namespace palermo::commands
