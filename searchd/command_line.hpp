// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/config.hpp"

#include <string>
#include <variant>

namespace palermo {

/// The program has nothing to serve: `text` goes to standard output when the code is 0, else to standard error.
struct EarlyEnd {
    int exit_code = 0;
    std::string text;
};

/// The defaults, then the file named by --config, then the other options: the later wins.
[[nodiscard]] std::variant<Config, EarlyEnd> read_command_line(int argc, const char* const* argv);

}  // namespace palermo
