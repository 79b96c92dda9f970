// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/nearest.hpp"
#include "corpus/printable.hpp"
#include "indexer/commands/commands.hpp"
#include "indexer/commands/report.hpp"

#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

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
  5  the disk failed or is full; the index is as it was, or the output could not be written)";

/// A large load joins hundreds of small databases at a time.
void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

struct NamedCommand {
    const CLI::App* command;
    std::string name;  ///< "palermo-indexer load"
};

NamedCommand named_command(const CLI::App& app) {
    NamedCommand named{.command = &app, .name = app.get_name()};
    while (!named.command->get_subcommands().empty()) {
        named.command = named.command->get_subcommands().front();
        named.name += ' ' + named.command->get_name();
    }
    return named;
}

/// An option of the command that stands in front of it, where none is read.
std::optional<std::string> misplaced_option(const CLI::App& app, const NamedCommand& named) {
    const auto words = app.remaining();
    if (named.command == &app || words.empty() || named.command->get_option_no_throw(words.front()) == nullptr) return std::nullopt;
    return "The option " + words.front() + " belongs behind the command: " + named.name + ' ' + words.front() + " and so on.";
}

/// Of a command that is misspelt or missing the parser only says that one is required.
std::string sentence_for(const CLI::App& command, const CLI::ParseError& error) {
    std::vector<std::string> names;
    // A group of options is a command without a name to the parser.
    for (const auto* each : command.get_subcommands([](const CLI::App* one) { return !one->get_name().empty(); }))
        names.push_back(each->get_name());
    if (names.empty() || error.get_name() != "RequiredError") return error.what();
    const auto words = command.remaining();
    if (!words.empty()) {
        const auto meant = palermo::nearest(words.front(), names);
        return "There is no command \"" + words.front() + "\"." + (meant ? " Did you mean \"" + *meant + "\"?" : "");
    }
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    return "Name a command: " + list + '.';
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
        const auto named = named_command(app);
        const auto misplaced = misplaced_option(app, named);
        std::cerr << "palermo-indexer: " << palermo::printable(misplaced ? *misplaced : sentence_for(*named.command, error)) << "\nTry "
                  << named.name << " --help.\n";
        return commands::exit_usage;
    }
    return action();
}

/// Who closes the pipe behind us, as head does, has read enough.
bool nobody_reads_output() {
    pollfd output{STDOUT_FILENO, 0, 0};
    return ::poll(&output, 1, 0) > 0 && (output.revents & POLLERR) != 0;
}

/// A disk that is full may refuse the last of what a command has printed, or any of it that nobody looked after.
int after_output(int exit_code) {
    std::cout.flush();
    const bool is_written = !std::cout.bad() && std::ferror(stdout) == 0;
    if (is_written || nobody_reads_output()) return exit_code;
    std::cerr << "palermo-indexer: The output could not be written whole. Check the room on the disk it goes to; all else the command did "
                 "stands.\n";
    return palermo::commands::exit_disk;
}

}  // namespace

int main(int argc, char** argv) {
    // A file that grows past a limit should be an error of the write, with its sentence, and not the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
    raise_file_limit();
    try {
        return after_output(run(argc, argv));
    } catch (const std::exception& error) {
        std::cerr << "palermo-indexer: something went wrong that should not (" << error.what()
                  << "). The index is as it was; please report this.\n";
        return palermo::commands::exit_disk;
    }
}
