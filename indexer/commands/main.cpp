// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/commands.hpp"
#include "indexer/commands/report.hpp"

#include <csignal>
#include <exception>
#include <iostream>

namespace {

int run(const palermo::commands::Options& options) {
    using palermo::commands::Command;
    switch (options.command) {
        case Command::load: return palermo::commands::load(options);
        case Command::check: return palermo::commands::check(options);
        case Command::status: return palermo::commands::status(options);
        case Command::show: return palermo::commands::show(options);
        case Command::verify: return palermo::commands::verify(options);
    }
    return palermo::commands::exit_usage;
}

}  // namespace

int main(int argc, char** argv) {
    // A file that grows past a limit should be an error of the write, with its sentence, and not the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        const auto parsed = palermo::commands::parse_options(argc, argv);
        if (const auto* code = std::get_if<int>(&parsed)) return *code;
        return run(std::get<palermo::commands::Options>(parsed));
    } catch (const std::exception& error) {
        std::cerr << "palermo-indexer: something went wrong that should not (" << error.what()
                  << "). The index is as it was; please report this.\n";
        return palermo::commands::exit_disk;
    }
}
