// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace palermo::bench {

/// What a program took, by itself: the kernel's account of the one process.
struct ProcessRun {
    int exit_code = 0;        ///< 128 + the signal when one ended it; 127 when there is no such program
    double wall_seconds = 0;  ///< from its start to its end
    double cpu_seconds = 0;   ///< user and system, all its threads
    double peak_mb = 0;       ///< of resident memory, in 10^6 bytes
};

/// Runs a program to its end; all that it prints goes into `log`. Programs without a slash are looked for in PATH.
[[nodiscard]] ProcessRun run_process(const std::vector<std::string>& command, const std::filesystem::path& log);

/// The last lines of a log.
[[nodiscard]] std::string tail(const std::filesystem::path& log, std::size_t lines = 5);

/// Whether a program can be found in PATH.
[[nodiscard]] bool is_installed(const std::string& program);

}  // namespace palermo::bench
