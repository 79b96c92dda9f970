// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/dimension.hpp"
#include "indexer/index/facet_column.hpp"
#include "indexer/index/row_bitmap.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace palermo {

/// How many cases each value of a dimension has.
struct DimensionCounts {
    std::vector<std::uint64_t> by_ordinal;  ///< the collection's
    std::uint64_t not_recorded = 0;

    void add(const DimensionCounts& other);
    void subtract(const DimensionCounts& other);

    friend bool operator==(const DimensionCounts&, const DimensionCounts&) = default;
};

/// Adds the rows of one segment to `counts`, which has an element for each of the dimension's values. Few rows are looked at one by one;
/// of many the sets are counted, and each set is looked into once.
void count_rows(const FacetColumns& columns, const SegmentDimension& dimension, std::span<const std::uint32_t> rows,
                DimensionCounts& counts);

/// The numbers of the rows, ascending.
[[nodiscard]] std::vector<std::uint32_t> numbers_of(const RowBitmap& rows);

}  // namespace palermo
