// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palermo {

enum class Severity { note, warning, error };

/// What went wrong, for whoever must answer with an exit code or a status: something a person gave us, the index, its lock, or the disk.
enum class Cause { input, index, locked, disk };

/// Where something was found. `file` may be empty (a query, an option); line and column count from 1 in characters, 0 means unknown.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;

    friend bool operator==(const Place&, const Place&) = default;
};

/// Anything said to a person about their input: where, what in one sentence, and how to mend it in another.
struct Diagnostic {
    Severity severity = Severity::error;
    Place place{};
    std::string message;
    std::string mend;
    Cause cause = Cause::input;

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// An error without a line: a file that cannot be opened, an option that makes no sense.
[[nodiscard]] Diagnostic error_at(std::string file, std::string message, std::string mend, Cause cause = Cause::input);

/// "error", "warning" or "note".
[[nodiscard]] std::string_view name_of(Severity severity);

/// "cases/x.xml:41:7: error: There is no concept \"debt-bondag\". Write \"debt-bondage\"."
[[nodiscard]] std::string format(const Diagnostic& diagnostic);

[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);

}  // namespace palermo
