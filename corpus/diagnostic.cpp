// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/diagnostic.hpp"

#include "corpus/printable.hpp"

#include <algorithm>
#include <utility>

namespace palermo {

Diagnostic error_at(std::string file, std::string message, std::string mend, Cause cause) {
    return {.severity = Severity::error,
            .place = {.file = std::move(file)},
            .message = std::move(message),
            .mend = std::move(mend),
            .cause = cause};
}

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "error";
}

std::string format(const Diagnostic& diagnostic) {
    std::string line;
    if (!diagnostic.place.file.empty()) {
        line += diagnostic.place.file + ':';
        if (diagnostic.place.line > 0) {
            line += std::to_string(diagnostic.place.line) + ':' + std::to_string(diagnostic.place.column) + ':';
        }
        line += ' ';
    }
    line += name_of(diagnostic.severity);
    line += ": " + diagnostic.message;
    if (!diagnostic.mend.empty()) line += ' ' + diagnostic.mend;
    return printable(line);
}

bool has_errors(const Diagnostics& diagnostics) {
    return std::ranges::any_of(diagnostics, [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
}

}  // namespace palermo
