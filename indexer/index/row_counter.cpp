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

void RowCounter::count(const SegmentDimension& dimension, DimensionCounts& counts) {
    if (dimension.classes().empty() && has_few_rows(dimension.column())) {
        for (const auto set : sets_of_rows(dimension.column())) add_class(dimension, set, 1, counts);
        return;
    }
    const auto rows_with = class_counts(dimension);
    for (std::uint32_t each = 0; each < rows_with.size(); ++each) {
        if (rows_with[each] > 0) add_class(dimension, each, rows_with[each], counts);
    }
}

std::span<const std::uint32_t> RowCounter::set_counts(Column column) {
    auto& counts = set_counts_[column];
    if (counts.empty()) {
        counts.resize(columns_.set_count(column));
        columns_.count_sets(column, rows_, counts);
    }
    return counts;
}

std::span<const std::uint32_t> RowCounter::class_counts(const SegmentDimension& dimension) {
    const auto column = dimension.column();
    const auto classes = dimension.classes();
    if (classes.empty()) return set_counts(column);
    auto& counts = class_counts_[column];
    if (counts.empty()) {
        counts.resize(dimension.class_count());
        if (has_few_rows(column)) {
            for (const auto set : sets_of_rows(column)) ++counts[classes[set]];
        } else {
            const auto sets = set_counts(column);
            for (std::size_t set = 0; set < sets.size(); ++set) counts[classes[set]] += sets[set];
        }
    }
    return counts;
}

bool RowCounter::has_few_rows(Column column) const { return rows_.size() < columns_.set_count(column) / rows_per_set; }

std::vector<std::uint32_t> RowCounter::sets_of_rows(Column column) const {
    std::vector<std::uint32_t> sets(rows_.size());
    columns_.read_sets(column, rows_, sets);
    return sets;
}

std::vector<std::uint32_t> numbers_of(const RowBitmap& rows) { return numbers_of(rows, rows.count()); }

std::vector<std::uint32_t> numbers_of(const RowBitmap& rows, std::size_t count) {
    std::vector<std::uint32_t> numbers(count);
    auto* next = numbers.data();
    rows.for_each([&](std::uint32_t row) { *next++ = row; });
    return numbers;
}

}  // namespace palermo
