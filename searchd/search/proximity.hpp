// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/position_pattern.hpp"

#include <cstddef>
#include <span>

namespace palermo {

/// A plain word of the query and what it weighs.
struct ProximityWord {
    PositionPattern pattern;
    double weight = 0;
};

/// Hits from the top that are ordered anew by how near the words stand: nearness moves cases by a few places only.
inline constexpr std::size_t proximity_depth = 100;

/// What a document's score gains because words that stand side by side in the query stand near each other in it: after Rasolofo and Savoy,
/// "Term proximity scoring for keyword-based retrieval systems" (2003), for neighbours only, and saturated as BM25 is.
[[nodiscard]] double proximity_bonus(std::span<const ProximityWord> words, DocumentPositions& positions);

}  // namespace palermo
