// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace palermo::test {

/// When a program is killed: so long after its start, or when so many names have come, changed or gone in the index's directories.
struct Moment {
    std::chrono::microseconds delay{};
    int change = 0;  ///< 0: by the delay
};

/// How long a program takes when nobody disturbs it.
struct Course {
    std::chrono::microseconds time{};
    int changes = 0;
    int exit_code = 0;
};

[[nodiscard]] Course follow(const std::vector<std::string>& argv, const std::filesystem::path& index);

/// Kills it (SIGKILL) at that moment; false when it had ended before.
bool kill_at(const Moment& moment, const std::vector<std::string>& argv, const std::filesystem::path& index);

}  // namespace palermo::test
