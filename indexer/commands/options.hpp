// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/commands/commands.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace palermo::commands {

// Options that several commands share.
void add_index(CLI::App& command, std::filesystem::path& index);
void add_schemas(CLI::App& command, std::filesystem::path& schemas);
void add_paths(CLI::App& command, std::vector<std::string>& paths);
/// The configuration file; read it with read_identity_policy(). Empty when it is not given.
void add_config(CLI::App& command, std::filesystem::path& config);
void add_json(CLI::App& command, bool& json);

/// Makes `run` with these options the program's action when `command` is the one that was named.
template <class Options>
void on_command(CLI::App& command, Action& action, std::shared_ptr<Options> options, int (*run)(const Options&)) {
    command.parse_complete_callback([&action, options = std::move(options), run] { action = [options, run] { return run(*options); }; });
}

}  // namespace palermo::commands
