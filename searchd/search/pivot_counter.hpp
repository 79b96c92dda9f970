// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/dimension_counter.hpp"
#include "searchd/search/pivot_axis.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace palermo {

/// The numbers of the cells that some of the cases are in, ascending, each with how many are. `cells`: how many there can be.
[[nodiscard]] std::vector<std::pair<std::uint64_t, std::uint64_t>> count_cells(const Snapshot& snapshot, DimensionCounter& cases,
                                                                               const std::vector<PivotAxis>& axes, std::uint64_t cells);

}  // namespace palermo
