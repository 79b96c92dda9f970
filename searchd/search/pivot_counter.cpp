// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/pivot_counter.hpp"

#include "searchd/search/number_counts.hpp"

#include <algorithm>
#include <span>

namespace palermo {
namespace {

/// Rows that are read at a time, so that what is read of them stays in the processor's cache.
constexpr std::size_t block_size = 1'024;

/// What rows have together is counted first, and looked into once, where it can be no more than so many things a row.
constexpr std::uint64_t most_per_row = 4;

class CellCounter {
public:
    CellCounter(const Snapshot& snapshot, const std::vector<PivotAxis>& axes, std::uint64_t cells, std::size_t rows)
        : snapshot_(snapshot), axes_(axes), counts_(cells, rows), values_(axes.size()) {}

    void add(std::size_t segment, std::span<const std::uint32_t> rows) {
        Dimensions dimensions;
        for (const auto& axis : axes_) dimensions.push_back(&snapshot_.dimension(segment, axis.dimension));
        const auto& columns = snapshot_.columns(segment);
        const auto column = dimensions.front()->column();
        const bool has_one_column = std::ranges::all_of(dimensions, [&](const auto* dimension) { return dimension->column() == column; });
        std::uint64_t combinations = 1;
        for (const auto* dimension : dimensions) combinations *= dimension->class_count();
        const auto limit = rows.size() * most_per_row;
        if (has_one_column && columns.set_count(column) <= limit)
            add_by_sets(columns, dimensions, rows);
        else if (combinations <= limit)
            add_by_classes(columns, dimensions, rows, combinations);
        else
            add_by_rows(columns, dimensions, rows);
    }

    [[nodiscard]] std::vector<std::pair<std::uint64_t, std::uint64_t>> sorted() const { return counts_.sorted(); }

private:
    using Dimensions = std::vector<const SegmentDimension*>;

    void add_by_sets(const FacetColumns& columns, const Dimensions& dimensions, std::span<const std::uint32_t> rows) {
        const auto column = dimensions.front()->column();
        std::vector<std::uint32_t> rows_with(columns.set_count(column));
        columns.count_sets(column, rows, rows_with);
        for (std::uint32_t set = 0; set < rows_with.size(); ++set) {
            if (rows_with[set] == 0) continue;
            for (std::size_t axis = 0; axis < dimensions.size(); ++axis) {
                const auto& dimension = *dimensions[axis];
                values_[axis] = dimension.ordinals(dimension.class_of(set));
            }
            add_cases(rows_with[set]);
        }
    }

    void add_by_classes(const FacetColumns& columns, const Dimensions& dimensions, std::span<const std::uint32_t> rows,
                        std::uint64_t combinations) {
        std::vector<std::uint32_t> rows_with(combinations);
        std::vector<std::uint32_t> numbers(block_size);
        for_each_block(columns, dimensions, rows, [&](const auto& sets, std::size_t size) {
            std::ranges::fill(numbers, 0);
            for (std::size_t axis = 0; axis < dimensions.size(); ++axis) {
                const auto count = dimensions[axis]->class_count();
                for (std::size_t i = 0; i < size; ++i) numbers[i] = numbers[i] * count + dimensions[axis]->class_of(sets[axis][i]);
            }
            for (std::size_t i = 0; i < size; ++i) ++rows_with[numbers[i]];
        });
        for (std::uint64_t number = 0; number < combinations; ++number) {
            if (rows_with[number] == 0) continue;
            auto left = number;
            for (auto axis = dimensions.size(); axis > 0; --axis) {
                const auto& dimension = *dimensions[axis - 1];
                values_[axis - 1] = dimension.ordinals(static_cast<std::uint32_t>(left % dimension.class_count()));
                left /= dimension.class_count();
            }
            add_cases(rows_with[number]);
        }
    }

    void add_by_rows(const FacetColumns& columns, const Dimensions& dimensions, std::span<const std::uint32_t> rows) {
        for_each_block(columns, dimensions, rows, [&](const auto& sets, std::size_t size) {
            for (std::size_t i = 0; i < size; ++i) {
                for (std::size_t axis = 0; axis < dimensions.size(); ++axis) {
                    const auto& dimension = *dimensions[axis];
                    values_[axis] = dimension.ordinals(dimension.class_of(sets[axis][i]));
                }
                add_cases(1);
            }
        });
    }

    /// `look(sets, size)`: for each axis the sets of the next `size` rows.
    template <class Look>
    static void for_each_block(const FacetColumns& columns, const Dimensions& dimensions, std::span<const std::uint32_t> rows, Look look) {
        std::vector<std::vector<std::uint32_t>> sets(dimensions.size(), std::vector<std::uint32_t>(block_size));
        for (std::size_t first = 0; first < rows.size(); first += block_size) {
            const auto block = rows.subspan(first, std::min(block_size, rows.size() - first));
            for (std::size_t axis = 0; axis < dimensions.size(); ++axis)
                columns.read_sets(dimensions[axis]->column(), block, std::span(sets[axis]).first(block.size()));
            look(sets, block.size());
        }
    }

    /// Cases with `values_`: every way to take one value on each axis.
    void add_cases(std::uint64_t cases) {
        cells_.assign(1, 0);
        for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
            const auto& offsets = axes_[axis].offsets;
            const auto values = values_[axis];
            const auto first = values.empty() ? offsets.back() : offsets[values.front()];
            const auto size = cells_.size();
            for (std::size_t each = 1; each < values.size(); ++each) {
                for (std::size_t i = 0; i < size; ++i) cells_.push_back(cells_[i] + offsets[values[each]]);
            }
            for (std::size_t i = 0; i < size; ++i) cells_[i] += first;
        }
        for (const auto cell : cells_) counts_.add(cell, cases);
    }

    const Snapshot& snapshot_;
    const std::vector<PivotAxis>& axes_;
    NumberCounts counts_;
    std::vector<std::span<const std::uint32_t>> values_;  ///< on each axis, of the cases that are added
    std::vector<std::uint64_t> cells_;                    ///< that they are in
};

}  // namespace

std::vector<std::pair<std::uint64_t, std::uint64_t>> count_cells(const Snapshot& snapshot, const SnapshotRows& rows,
                                                                 const std::vector<PivotAxis>& axes, std::uint64_t cells) {
    CellCounter counter(snapshot, axes, cells, count(rows));
    for (std::size_t segment = 0; segment < rows.size(); ++segment) counter.add(segment, numbers_of(rows[segment]));
    return counter.sorted();
}

}  // namespace palermo
