// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/pivot_counter.hpp"

#include "searchd/search/number_counts.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace palermo {
namespace {

/// Rows that are read at a time, so that what is read of them stays in the processor's cache.
constexpr std::size_t block_size = 1'024;

/// What rows have together is counted first, and looked into once, where it can be no more than so many things a row, and in all.
constexpr std::uint64_t most_per_row = 16;
constexpr std::uint64_t most_in_all = std::uint64_t{1} << 22U;

using Cells = std::vector<std::pair<std::uint64_t, std::uint64_t>>;

/// The sets of a block's rows under one column, or numbers made of them. What stands behind the rows of a short block is of no meaning, but
/// of a size that is known the compiler works on several at once.
using Block = std::array<std::uint32_t, block_size>;

class CellCounter {
public:
    CellCounter(const Snapshot& snapshot, DimensionCounter& cases, const std::vector<PivotAxis>& axes, std::uint64_t cells)
        : snapshot_(snapshot), cases_(cases), axes_(axes), counts_(cells, count(cases.rows())), chosen_(axes.size()) {
        chosen_.front() = {0};
    }

    void add(std::size_t segment) {
        Dimensions dimensions;
        for (const auto& axis : axes_) dimensions.push_back(&snapshot_.dimension(segment, axis.dimension));
        auto& counter = cases_.rows(segment);
        const auto rows = counter.rows();
        const auto& columns = snapshot_.columns(segment);
        if (add_single_values(columns, dimensions, rows)) return;
        const auto column = dimensions.front()->column();
        const bool has_one_column = std::ranges::all_of(dimensions, [&](const auto* dimension) { return dimension->column() == column; });
        std::uint64_t combinations = 1;
        for (const auto* dimension : dimensions) combinations *= dimension->class_count();
        const auto limit = std::min(rows.size() * most_per_row, most_in_all);
        if (combinations > limit) return add_by_rows(columns, dimensions, rows);
        std::vector<std::uint32_t> rows_with(combinations);
        if (has_one_column && columns.set_count(column) <= limit)
            combine_sets(dimensions, counter.set_counts(column), rows_with);
        else
            combine_rows(columns, dimensions, rows, rows_with);
        add_combinations(dimensions, rows_with);
    }

    [[nodiscard]] Cells sorted() const { return counts_.sorted(); }

private:
    using Dimensions = std::vector<const SegmentDimension*>;

    // A combination of classes, one on each axis, has a number, in which the last axis counts ones.

    static void combine_sets(const Dimensions& dimensions, std::span<const std::uint32_t> set_counts, std::span<std::uint32_t> rows_with) {
        for (std::uint32_t set = 0; set < set_counts.size(); ++set) {
            if (set_counts[set] == 0) continue;
            std::uint32_t number = 0;
            for (const auto* dimension : dimensions) number = number * dimension->class_count() + dimension->class_of(set);
            rows_with[number] += set_counts[set];
        }
    }

    static void combine_rows(const FacetColumns& columns, const Dimensions& dimensions, std::span<const std::uint32_t> rows,
                             std::span<std::uint32_t> rows_with) {
        Block numbers{};
        for_each_block(columns, dimensions, rows, [&](const std::vector<Block>& classes, std::size_t size) {
            numbers = classes.front();
            for (std::size_t axis = 1; axis < dimensions.size(); ++axis) {
                const auto count = dimensions[axis]->class_count();
                for (std::size_t i = 0; i < block_size; ++i) numbers[i] = numbers[i] * count + classes[axis][i];
            }
            for (std::size_t i = 0; i < size; ++i) ++rows_with[numbers[i]];
        });
    }

    /// Of two axes on which no row has more than one value: it stands in one cell, whose number is a sum.
    bool add_single_values(const FacetColumns& columns, const Dimensions& dimensions, std::span<const std::uint32_t> rows) {
        if (dimensions.size() != 2) return false;
        std::array<std::vector<std::uint64_t>, 2> offsets;
        for (std::size_t axis = 0; axis < 2; ++axis) {
            for (std::uint32_t each = 0; each < dimensions[axis]->class_count(); ++each) {
                const auto values = dimensions[axis]->ordinals(each);
                if (values.size() > 1) return false;
                offsets[axis].push_back(offset(axis, values, 0));
            }
        }
        for_each_block(columns, dimensions, rows, [&](const std::vector<Block>& classes, std::size_t size) {
            for (std::size_t i = 0; i < size; ++i) counts_.add(offsets[0][classes[0][i]] + offsets[1][classes[1][i]], 1);
        });
        return true;
    }

    /// `rows_with`: those of the combinations that begin with the classes that were chosen on the axes before.
    void add_combinations(const Dimensions& dimensions, std::span<const std::uint32_t> rows_with, std::size_t axis = 0) {
        const auto& dimension = *dimensions[axis];
        const auto size = rows_with.size() / dimension.class_count();
        const bool is_last = axis + 1 == dimensions.size();
        for (std::uint32_t each = 0; each < dimension.class_count(); ++each) {
            if (!is_last) {
                const auto rest = rows_with.subspan(each * size, size);
                if (std::ranges::all_of(rest, [](std::uint32_t rows) { return rows == 0; })) continue;
                choose(axis, dimension.ordinals(each));
                add_combinations(dimensions, rest, axis + 1);
            } else if (rows_with[each] > 0) {
                add_cases(dimension.ordinals(each), rows_with[each]);
            }
        }
    }

    void add_by_rows(const FacetColumns& columns, const Dimensions& dimensions, std::span<const std::uint32_t> rows) {
        const auto last = dimensions.size() - 1;
        for_each_block(columns, dimensions, rows, [&](const std::vector<Block>& classes, std::size_t size) {
            for (std::size_t i = 0; i < size; ++i) {
                for (std::size_t axis = 0; axis < last; ++axis) choose(axis, dimensions[axis]->ordinals(classes[axis][i]));
                add_cases(dimensions[last]->ordinals(classes[last][i]), 1);
            }
        });
    }

    /// `look(classes, size)`: for each axis the classes of the next `size` rows.
    template <class Look>
    static void for_each_block(const FacetColumns& columns, const Dimensions& dimensions, std::span<const std::uint32_t> rows, Look look) {
        std::vector<Block> classes(dimensions.size());
        for (std::size_t first = 0; first < rows.size(); first += block_size) {
            const auto block = rows.subspan(first, std::min(block_size, rows.size() - first));
            for (std::size_t axis = 0; axis < dimensions.size(); ++axis) {
                columns.read_sets(dimensions[axis]->column(), block, std::span(classes[axis]).first(block.size()));
                if (const auto class_of = dimensions[axis]->classes(); !class_of.empty()) {
                    for (auto& each : std::span(classes[axis]).first(block.size())) each = class_of[each];
                }
            }
            look(classes, block.size());
        }
    }

    [[nodiscard]] std::uint64_t offset(std::size_t axis, std::span<const std::uint32_t> values, std::size_t i) const {
        return values.empty() ? axes_[axis].offsets.back() : axes_[axis].offsets[values[i]];
    }

    /// Of all ways to take one of the values on each axis before the last, what they give of a cell's number.
    void choose(std::size_t axis, std::span<const std::uint32_t> values) {
        auto& ways = chosen_[axis + 1];
        ways.clear();
        for (std::size_t i = 0; i < std::max<std::size_t>(values.size(), 1); ++i) {
            const auto here = offset(axis, values, i);
            for (const auto before : chosen_[axis]) ways.push_back(before + here);
        }
    }

    /// Cases with these values on the last axis and those that were chosen on the others.
    void add_cases(std::span<const std::uint32_t> values, std::uint32_t cases) {
        const auto last = axes_.size() - 1;
        for (std::size_t i = 0; i < std::max<std::size_t>(values.size(), 1); ++i) {
            const auto here = offset(last, values, i);
            for (const auto before : chosen_[last]) counts_.add(before + here, cases);
        }
    }

    const Snapshot& snapshot_;
    DimensionCounter& cases_;
    const std::vector<PivotAxis>& axes_;
    NumberCounts counts_;
    std::vector<std::vector<std::uint64_t>> chosen_;  ///< by axis, what the values on the axes before give of cells' numbers
};

/// Where one dimension has all the values that make a cell.
Cells cells_of_axis(const PivotAxis& axis, const DimensionCounts& counts) {
    Cells cells;
    for (std::size_t i = 0; i < counts.by_ordinal.size(); ++i) {
        if (counts.by_ordinal[i] > 0) cells.emplace_back(axis.offsets[i], counts.by_ordinal[i]);
    }
    if (counts.not_recorded > 0) cells.emplace_back(axis.offsets.back(), counts.not_recorded);
    std::ranges::sort(cells);
    return cells;
}

}  // namespace

std::vector<std::pair<std::uint64_t, std::uint64_t>> count_cells(const Snapshot& snapshot, DimensionCounter& cases,
                                                                 const std::vector<PivotAxis>& axes, std::uint64_t cells) {
    if (axes.size() == 1) return cells_of_axis(axes.front(), cases.of(axes.front().dimension));
    CellCounter counter(snapshot, cases, axes, cells);
    for (std::size_t segment = 0; segment < cases.rows().size(); ++segment) counter.add(segment);
    return counter.sorted();
}

}  // namespace palermo
