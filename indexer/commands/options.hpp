// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace palermo::commands {

enum class Command { load, check, status, show, verify };

/// How `show` shows a record.
enum class ShowForm { text, json, xml, terms };

/// The command line as a value; which members count depends on the command.
struct Options {
    Command command = Command::status;
    std::filesystem::path index;
    std::filesystem::path schemas;
    std::vector<std::string> paths;
    std::string id;
    ShowForm form = ShowForm::text;
    bool json = false;
    bool quiet = false;
};

/// The options, or the exit code when the command line was wrong or only asked for help (which has been printed).
[[nodiscard]] std::variant<Options, int> parse_options(int argc, const char* const* argv);

}  // namespace palermo::commands
