// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"

#include <boost/json/array.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace palermo {

/// What a load did. Reconciles: given = added + changed + same + restricted + rejected.
struct LoadReport {
    std::uint64_t given = 0;
    std::uint64_t added = 0;
    std::uint64_t changed = 0;
    std::uint64_t same = 0;
    std::uint64_t restricted = 0;
    std::uint64_t rejected = 0;
    std::uint64_t rebuilt = 0;                ///< not given, made again because the vocabularies or the analysis changed
    std::optional<std::uint64_t> generation;  ///< the new one; nothing when there was nothing to change
    std::uint64_t live_generation = 0;        ///< 0: there is no index yet
    std::uint64_t records = 0;                ///< in the live generation
    double seconds = 0;
    Diagnostics diagnostics;
};

/// Diagnostics as JSON objects {severity, file, line, column, message, mend}.
[[nodiscard]] boost::json::array to_json(const Diagnostics& diagnostics);

/// For a terminal, several lines; the diagnostics first.
[[nodiscard]] std::string render_text(const LoadReport& report);
/// One JSON object on one line.
[[nodiscard]] std::string render_json(const LoadReport& report);

}  // namespace palermo
