// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/facet_column.hpp"
#include "searchd/search/match_query.hpp"

#include <cstdint>
#include <vector>

namespace palermo {

/// The column that says the same as a value slot of the documents.
[[nodiscard]] Column column_of_slot(unsigned slot);

/// Of each set of the range's column 1 when it lies in the range, else 0. The bounds are those of Xapian's operators over the slot.
[[nodiscard]] std::vector<std::uint8_t> sets_in_range(const FacetColumns& columns, const MatchNode::ValueRange& range);

}  // namespace palermo
