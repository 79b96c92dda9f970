// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/commands.hpp"
#include "indexer/commands/options.hpp"
#include "indexer/commands/progress.hpp"
#include "indexer/commands/report.hpp"
#include "indexer/load/takedown.hpp"

#include <boost/json.hpp>

#include <iostream>
#include <set>

namespace palermo::commands {
namespace {

struct RemoveOptions {
    std::filesystem::path index;
    std::vector<std::string> ids;
    std::string reason;
    bool undo = false;
    bool json = false;
    bool quiet = false;
};

void print_text(const TakedownReport& report) {
    for (const auto& id : report.removed) std::cout << id << " is taken down.\n";
    for (const auto& id : report.removed_from_older) std::cout << id << " is taken down: only older generations still had it.\n";
    if (!report.rewritten.empty()) {
        std::cout << "Also gone from";
        for (std::size_t i = 0; i < report.rewritten.size(); ++i)
            std::cout << (i > 0 ? ", " : report.rewritten.size() == 1 ? " generation " : " generations ") << report.rewritten[i];
        std::cout << ".\n";
    }
    for (const auto number : report.dropped)
        std::cout << "Generation " << number << " is gone: it could not be written without what was taken down.\n";
    std::cout << "Generation " << report.generation << " is live, with " << report.records
              << (report.records == 1 ? " record.\n" : " records.\n");
}

void print_json(const TakedownReport& report) {
    namespace json = boost::json;
    std::cout << json::serialize(json::object{{"generation", report.generation},
                                              {"records", report.records},
                                              {"removed", json::value_from(report.removed)},
                                              {"removed_from_older", json::value_from(report.removed_from_older)},
                                              {"rewritten_generations", json::value_from(report.rewritten)},
                                              {"dropped_generations", json::value_from(report.dropped)}})
              << '\n';
}

int undo(const RemoveOptions& options, const std::set<std::string>& ids) {
    const auto generation = allow_again(options.index, ids);
    if (!generation) return fail(generation.error());
    if (options.json)
        std::cout << boost::json::serialize(boost::json::object{{"generation", *generation}}) << '\n';
    else
        std::cout << (ids.size() == 1 ? "The tombstone is gone: load the record again to have it back."
                                      : "The tombstones are gone: load the records again to have them back.")
                  << " Generation " << *generation << " is live.\n";
    return exit_ok;
}

/// The progress line is gone from the terminal before anything else is printed.
Result<TakedownReport> take_down_with_progress(const RemoveOptions& options, const std::set<std::string>& ids) {
    Progress progress(options.quiet || options.json);
    return take_down(options.index, ids, options.reason, progress.listener());
}

int run_remove(const RemoveOptions& options) {
    const std::set<std::string> ids(options.ids.begin(), options.ids.end());
    if (options.undo) return undo(options, ids);
    if (options.reason.empty()) {
        return fail(error_at("--reason", "A takedown needs its reason, which stays with the tombstone.",
                             "Give one of the codes that palermo-indexer remove --help lists."));
    }
    const auto report = take_down_with_progress(options, ids);
    if (!report) return fail(report.error());
    options.json ? print_json(*report) : print_text(*report);
    return exit_ok;
}

constexpr auto footer = R"(They are gone from searches, case pages, suggestions and exports, from the generations that are kept too, and are
never loaded again. A tombstone keeps id, date and reason, and the daemon answers 410 Gone. Your own files are not
touched. If one of the ids is unknown, nothing is done.

Reasons: victim-request, court-order, identifies-a-victim, error, duplicate-record, other

Examples:
  palermo-indexer remove --index /srv/palermo case-099 --reason victim-request
  palermo-indexer remove --index /srv/palermo --undo case-099   it may be loaded again; then load its file

Exit codes: palermo-indexer --help lists them.)";

}  // namespace

void add_remove(CLI::App& app, Action& action) {
    auto& command = *app.add_subcommand("remove", "Take records down, for good: out of the index, its older generations and its reports.");
    command.footer(footer);
    const auto options = std::make_shared<RemoveOptions>();
    add_index(command, options->index);
    command.add_option("ids", options->ids, "The ids of the cases")->required()->type_name("ID");
    command.add_option("--reason", options->reason, "Why, as a code")
        ->type_name("CODE")
        ->check(CLI::IsMember(std::vector<std::string>(takedown_reasons.begin(), takedown_reasons.end())));
    command.add_flag("--undo", options->undo, "Allow the records to be loaded again (their text is gone: it is not brought back)");
    add_json(command, options->json);
    add_quiet(command, options->quiet);
    on_command(command, action, options, run_remove);
}

}  // namespace palermo::commands
