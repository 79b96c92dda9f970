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

/// `rows_with`: for each class how many rows have it.
void add_classes(const SegmentDimension& dimension, std::span<const std::uint32_t> rows_with, DimensionCounts& counts) {
    for (std::uint32_t each = 0; each < rows_with.size(); ++each) {
        if (rows_with[each] > 0) add_class(dimension, each, rows_with[each], counts);
    }
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

void RowCounter::count(const SegmentDimension& dimension, DimensionCounts& counts) {
    const auto column = dimension.column();
    const auto classes = dimension.classes();
    std::vector<std::uint32_t> rows_with(classes.empty() ? 0 : dimension.class_count());
    if (rows_.size() < columns_.set_count(column) / rows_per_set) {
        std::vector<std::uint32_t> set_of_row(rows_.size());
        columns_.read_sets(column, rows_, set_of_row);
        for (const auto set : set_of_row) {
            if (classes.empty())
                add_class(dimension, set, 1, counts);
            else
                ++rows_with[classes[set]];
        }
    } else if (const auto sets = set_counts(column); classes.empty()) {
        add_classes(dimension, sets, counts);
    } else {
        for (std::size_t set = 0; set < sets.size(); ++set) rows_with[classes[set]] += sets[set];
    }
    add_classes(dimension, rows_with, counts);
}

std::span<const std::uint32_t> RowCounter::set_counts(Column column) {
    auto& counts = set_counts_[column];
    if (counts.empty()) {
        counts.resize(columns_.set_count(column));
        columns_.count_sets(column, rows_, counts);
    }
    return counts;
}

std::vector<std::uint32_t> numbers_of(const RowBitmap& rows) { return numbers_of(rows, rows.count()); }

std::vector<std::uint32_t> numbers_of(const RowBitmap& rows, std::size_t count) {
    std::vector<std::uint32_t> numbers(count);
    auto* next = numbers.data();
    rows.for_each([&](std::uint32_t row) { *next++ = row; });
    return numbers;
}

}  // namespace palermo
