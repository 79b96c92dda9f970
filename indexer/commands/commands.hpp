// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <functional>

namespace palermo::commands {

/// What the command line asks for; gives the exit code.
using Action = std::function<int()>;

/// The commands of palermo-indexer, a file each: its options, its help, and what it does. `action` becomes the command's when it is named.
void add_check(CLI::App& app, Action& action);
void add_convert(CLI::App& app, Action& action);
void add_load(CLI::App& app, Action& action);
void add_watch(CLI::App& app, Action& action);
void add_export(CLI::App& app, Action& action);
void add_status(CLI::App& app, Action& action);
void add_show(CLI::App& app, Action& action);
void add_history(CLI::App& app, Action& action);
void add_diff(CLI::App& app, Action& action);
void add_rollback(CLI::App& app, Action& action);
void add_remove(CLI::App& app, Action& action);
void add_prune(CLI::App& app, Action& action);
void add_verify(CLI::App& app, Action& action);
void add_vocabulary(CLI::App& app, Action& action);

}  // namespace palermo::commands
