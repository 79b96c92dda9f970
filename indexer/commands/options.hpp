// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/commands/commands.hpp"

#include <CLI/CLI.hpp>

#include <cstdint>
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
void add_quiet(CLI::App& command, bool& quiet);

/// A whole number of a range; says so in words, and leaves the help alone.
[[nodiscard]] CLI::Validator whole_number(std::uint64_t least, std::uint64_t most);
/// A number that a person takes for a generation's.
inline constexpr std::uint64_t max_generation = 1'000'000'000;
/// A size of memory such as 512MB, turned into bytes.
[[nodiscard]] CLI::Validator memory_size();

/// Makes `run` with these options the program's action when `command` is the one that was named.
template <class Options>
void on_command(CLI::App& command, Action& action, std::shared_ptr<Options> options, int (*run)(const Options&)) {
    command.parse_complete_callback([&action, options = std::move(options), run] { action = [options, run] { return run(*options); }; });
}

}  // namespace palermo::commands
