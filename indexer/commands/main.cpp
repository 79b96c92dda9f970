// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/commands.hpp"
#include "indexer/commands/report.hpp"

#include <sys/resource.h>

#include <csignal>
#include <exception>
#include <iostream>
#include <string>

namespace {

constexpr auto description =
    "Makes and keeps the index of Palermo: reads XML case records, checks them, and publishes them as a new generation that "
    "palermo-searchd "
    "takes up at once. A load that fails or is cut off leaves the index as it was.";

constexpr auto footer = R"(The way of a morning:
  palermo-indexer check cases/                                  what is wrong in the files, with line and mend
  palermo-indexer load --index /srv/palermo --dry-run cases/    what loading them would change
  palermo-indexer load --index /srv/palermo cases/              load them: a new generation is live
  palermo-indexer history --index /srv/palermo                  the generations that are kept
  palermo-indexer rollback --index /srv/palermo 3               go back to one of them
  palermo-indexer remove --index /srv/palermo case-099 --reason victim-request
                                                                take a record down, for good
Each command has its own help: palermo-indexer load --help

Exit codes:
  0  all well
  1  something was rejected or found; the rest was done
  2  wrong usage, or input that cannot be read
  3  the index cannot be used: missing, damaged, or of another format
  4  another palermo-indexer is writing to the index
  5  the disk failed or is full; the index is as it was)";

/// A large load joins hundreds of small databases at a time.
void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// "palermo-indexer load": the program and the commands that were named.
std::string named_command(const CLI::App& app) {
    std::string name = app.get_name();
    for (const auto* named = &app; !named->get_subcommands().empty();) {
        named = named->get_subcommands().front();
        name += ' ' + named->get_name();
    }
    return name;
}

int run(int argc, char** argv) {
    namespace commands = palermo::commands;
    commands::Action action;
    CLI::App app(description, "palermo-indexer");
    app.set_version_flag("--version", std::string("palermo-indexer " PALERMO_VERSION));
    app.set_help_all_flag("--help-all", "Help on every command");
    app.require_subcommand(1);
    for (const auto add : {commands::add_check, commands::add_convert, commands::add_load, commands::add_watch, commands::add_export,
                           commands::add_status, commands::add_show, commands::add_history, commands::add_diff, commands::add_rollback,
                           commands::add_remove, commands::add_prune, commands::add_verify, commands::add_vocabulary})
        add(app, action);
    // After the commands, which would inherit it.
    app.footer(footer);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked_for_help) {
        return app.exit(asked_for_help);
    } catch (const CLI::ParseError& error) {
        std::cerr << "palermo-indexer: " << error.what() << "\nTry " << named_command(app) << " --help.\n";
        return commands::exit_usage;
    }
    return action();
}

}  // namespace

int main(int argc, char** argv) {
    // A file that grows past a limit should be an error of the write, with its sentence, and not the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
    raise_file_limit();
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "palermo-indexer: something went wrong that should not (" << error.what()
                  << "). The index is as it was; please report this.\n";
        return palermo::commands::exit_disk;
    }
}
