// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/deadline.hpp"
#include "searchd/search/match_query.hpp"
#include "searchd/search/position_pattern.hpp"

#include <cstddef>
#include <vector>

namespace palermo {

/// The documents with at least `least` of the words, as a posting list for Xapian, without weight: its operators know "any" and "all" only.
/// A word is a pattern of kind `terms`, and counts once however many of its forms stand in a document.
[[nodiscard]] MatchQuery shares_words(const std::vector<PositionPattern>& words, std::size_t least, Deadline deadline);

}  // namespace palermo
