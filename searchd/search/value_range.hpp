// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/match_query.hpp"

#include <cstddef>

namespace palermo {

/// The rows of a segment whose documents have a value in the range, from the column that says the same as the value's slot. Those without
/// one are in no range.
[[nodiscard]] RowBitmap rows_in_range(const Snapshot& snapshot, std::size_t segment, const MatchNode::ValueRange& range);

}  // namespace palermo
