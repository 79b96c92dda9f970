// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/position_pattern.hpp"

#include <span>

namespace palermo {

/// A plain word of the query and what it weighs.
struct ProximityWord {
    PositionPattern pattern;
    double weight = 0;
};

/// What a document's score gains because words that stand side by side in the query stand near each other in it: after Rasolofo and Savoy,
/// "Term proximity scoring for keyword-based retrieval systems" (2003), for neighbours only, and saturated as BM25 is.
[[nodiscard]] double proximity_bonus(std::span<const ProximityWord> words, DocumentPositions& positions);

/// What no bonus exceeds.
[[nodiscard]] double most_proximity_bonus(std::span<const ProximityWord> words);

}  // namespace palermo
