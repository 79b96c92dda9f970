// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/row_counter.hpp"

namespace palermo {
namespace {

/// A set is looked into in as much time as so many rows are counted in.
constexpr std::size_t rows_per_set = 4;

void add_class(const SegmentDimension& dimension, std::uint32_t class_number, std::uint32_t times, DimensionCounts& counts) {
    const auto ordinals = dimension.ordinals(class_number);
    if (ordinals.empty()) counts.not_recorded += times;
    for (const auto ordinal : ordinals) counts.by_ordinal[ordinal] += times;
}

}  // namespace

void DimensionCounts::add(const DimensionCounts& other) {
    for (std::size_t i = 0; i < other.by_ordinal.size(); ++i) by_ordinal[i] += other.by_ordinal[i];
    not_recorded += other.not_recorded;
}

void DimensionCounts::subtract(const DimensionCounts& other) {
    for (std::size_t i = 0; i < other.by_ordinal.size(); ++i) by_ordinal[i] -= other.by_ordinal[i];
    not_recorded -= other.not_recorded;
}

void count_rows(const FacetColumns& columns, const SegmentDimension& dimension, std::span<const std::uint32_t> rows,
                DimensionCounts& counts) {
    const auto sets = columns.set_count(dimension.column());
    if (rows.size() < std::size_t{sets} / rows_per_set) {
        std::vector<std::uint32_t> set_of_row(rows.size());
        columns.read_sets(dimension.column(), rows, set_of_row);
        for (const auto set : set_of_row) add_class(dimension, dimension.class_of(set), 1, counts);
        return;
    }
    std::vector<std::uint32_t> rows_with(sets);
    columns.count_sets(dimension.column(), rows, rows_with);
    for (std::uint32_t set = 0; set < sets; ++set) {
        if (rows_with[set] > 0) add_class(dimension, dimension.class_of(set), rows_with[set], counts);
    }
}

std::vector<std::uint32_t> numbers_of(const RowBitmap& rows) {
    std::vector<std::uint32_t> numbers(rows.count());
    auto* next = numbers.data();
    rows.for_each([&](std::uint32_t row) { *next++ = row; });
    return numbers;
}

}  // namespace palermo
