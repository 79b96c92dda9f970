// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace palermo::bench {

/// Runs a program with no other environment than the one given ("NAME=value") and gives what it prints. Throws when it cannot be run or
/// fails.
[[nodiscard]] std::string program_output(std::vector<std::string> command, std::vector<std::string> environment);

}  // namespace palermo::bench
