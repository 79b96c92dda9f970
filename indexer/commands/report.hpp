// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"

namespace palermo::commands {

inline constexpr int exit_ok = 0;
inline constexpr int exit_found = 1;
inline constexpr int exit_usage = 2;
inline constexpr int exit_index = 3;
inline constexpr int exit_locked = 4;
inline constexpr int exit_disk = 5;

/// The exit code that belongs to a diagnostic which ended a command.
[[nodiscard]] int exit_code(Cause cause);

/// Prints the diagnostic on standard error and gives its exit code.
[[nodiscard]] int fail(const Diagnostic& diagnostic);

/// Prints findings as lines of text, or as one JSON object {"findings": [...]}.
void print_findings(const Diagnostics& findings, bool as_json);

}  // namespace palermo::commands
