// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/deadline.hpp"
#include "searchd/search/match_query.hpp"
#include "searchd/search/position_pattern.hpp"

#include <cstddef>
#include <vector>

namespace palermo {

/// The documents with at least `least` of the words, as a posting list for Xapian, without weight: its operators know "any" and "all" only.
/// A word is the terms of its posting lists, and counts once however many of them a document is in.
[[nodiscard]] MatchQuery shares_words(std::vector<std::vector<std::string>> words, std::size_t least, Deadline deadline);

}  // namespace palermo
