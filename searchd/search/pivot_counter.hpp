// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/dimension_counter.hpp"
#include "searchd/search/number_counts.hpp"
#include "searchd/search/pivot_axis.hpp"

#include <cstdint>
#include <vector>

namespace palermo {

/// For the numbers of cells how many of the cases are in each. `cells`: how many cells there can be.
[[nodiscard]] NumberCounts count_cells(const Snapshot& snapshot, DimensionCounter& cases, const std::vector<PivotAxis>& axes,
                                       std::uint64_t cells);

}  // namespace palermo
