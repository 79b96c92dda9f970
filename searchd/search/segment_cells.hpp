// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/dimension_counter.hpp"
#include "searchd/search/number_counts.hpp"
#include "searchd/search/pivot_axis.hpp"

#include <cstddef>
#include <span>

namespace palermo {

/// Adds to `counts`, for each cell of a table, how many of the cases that one segment holds are in it.
void add_cells(const Snapshot& snapshot, std::size_t segment, DimensionCounter& cases, std::span<const PivotAxis> axes,
               NumberCounts& counts);

}  // namespace palermo
