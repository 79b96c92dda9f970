// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/dimension.hpp"
#include "indexer/index/facet_column.hpp"
#include "indexer/index/row_bitmap.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
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

/// Rows of one segment, counted under several dimensions. Few rows are looked at one by one; of many the sets are counted, once for all
/// dimensions of a column, and each set or class of sets is looked into once. One thread's; the columns must outlive it.
class RowCounter {
public:
    /// `rows` ascend.
    RowCounter(const FacetColumns& columns, std::vector<std::uint32_t> rows) : columns_(columns), rows_(std::move(rows)) {}

    [[nodiscard]] std::span<const std::uint32_t> rows() const { return rows_; }
    /// Adds the rows to `counts`, which has an element for each of the dimension's values.
    void count(const SegmentDimension& dimension, DimensionCounts& counts);
    /// For each set of the column how many of the rows have it.
    [[nodiscard]] std::span<const std::uint32_t> set_counts(Column column);
    /// For each of the dimension's classes how many of the rows have it.
    [[nodiscard]] std::span<const std::uint32_t> class_counts(const SegmentDimension& dimension);

private:
    /// Whether it takes less to look at each row than at each set.
    [[nodiscard]] bool has_few_rows(Column column) const;
    [[nodiscard]] std::vector<std::uint32_t> sets_of_rows(Column column) const;

    const FacetColumns& columns_;
    std::vector<std::uint32_t> rows_;
    // Empty where nobody asked.
    PerColumn<std::vector<std::uint32_t>> set_counts_;
    PerColumn<std::vector<std::uint32_t>> class_counts_;
};

/// The numbers of the rows, ascending.
[[nodiscard]] std::vector<std::uint32_t> numbers_of(const RowBitmap& rows);
/// ... for whoever has counted them already.
[[nodiscard]] std::vector<std::uint32_t> numbers_of(const RowBitmap& rows, std::size_t count);

}  // namespace palermo
