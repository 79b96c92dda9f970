// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/segment_cells.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace palermo {
namespace {

/// Rows that are read at a time, so that what is read of them stays in the processor's cache.
constexpr std::size_t block_size = 1'024;

/// What rows have together is counted first, and looked into once, where it can be no more than so many things a row, and in all.
constexpr std::uint64_t most_per_row = 16;
constexpr std::uint64_t most_in_all = std::uint64_t{1} << 22U;

/// More cells side by side are not added up as one run.
constexpr std::uint64_t most_places = 64;

/// The classes of a block's rows, or numbers made of them. What stands behind the rows of a short block is of no meaning, but of a size
/// that is known the compiler works on several at once.
using Block = std::array<std::uint32_t, block_size>;

/// Parts of cells' numbers.
using Offsets = std::vector<std::uint64_t>;

struct Axis {
    const SegmentDimension* dimension = nullptr;
    const Offsets* offsets = nullptr;
};

/// Axes whose values stand in one column, so that one number tells a row's values on all of them: its class, where all have the same
/// classes, else its set.
class AxisGroup {
public:
    explicit AxisGroup(const Axis& axis) : axes_{axis} {}

    /// False, and nothing is added, where it is read from another column.
    bool add(const Axis& axis) {
        if (axis.dimension->column() != column()) return false;
        axes_.push_back(axis);
        return true;
    }

    [[nodiscard]] Column column() const { return axes_.front().dimension->column(); }
    [[nodiscard]] bool has_classes() const {
        return std::ranges::none_of(axes_, [](const Axis& axis) { return axis.dimension->classes().empty(); });
    }
    [[nodiscard]] std::uint32_t count(const FacetColumns& columns) const {
        return has_classes() ? axes_.front().dimension->class_count() : columns.set_count(column());
    }
    /// How many of the rows have each number.
    [[nodiscard]] std::span<const std::uint32_t> rows_with(RowCounter& rows) const {
        return has_classes() ? rows.class_counts(*axes_.front().dimension) : rows.set_counts(column());
    }
    void read(const FacetColumns& columns, std::span<const std::uint32_t> rows, std::span<std::uint32_t> numbers) const {
        columns.read_sets(column(), rows, numbers);
        if (!has_classes()) return;
        const auto classes = axes_.front().dimension->classes();
        for (auto& each : numbers) each = classes[each];
    }

    /// Of all ways to take one of the number's values on each axis, what they add to each of `before`.
    void choose(std::uint32_t number, const Offsets& before, Offsets& ways) const {
        ways = before;
        for (const auto& axis : axes_) {
            const auto values = values_of(axis, number);
            const auto count = ways.size();
            for (std::size_t i = 1; i < values.size(); ++i) {
                for (std::size_t way = 0; way < count; ++way) ways.push_back(ways[way] + (*axis.offsets)[values[i]]);
            }
            const auto first = values.empty() ? axis.offsets->back() : (*axis.offsets)[values.front()];
            for (std::size_t way = 0; way < count; ++way) ways[way] += first;
        }
    }

    /// Of each number the only way, if none has more.
    [[nodiscard]] Offsets only_ways(std::uint32_t count) const {
        Offsets only;
        if (axes_.size() > 1) return only;
        for (std::uint32_t number = 0; number < count; ++number) {
            const auto values = values_of(axes_.front(), number);
            if (values.size() > 1) return {};
            only.push_back(values.empty() ? axes_.front().offsets->back() : (*axes_.front().offsets)[values.front()]);
        }
        return only;
    }

private:
    [[nodiscard]] std::span<const std::uint32_t> values_of(const Axis& axis, std::uint32_t number) const {
        return axis.dimension->ordinals(has_classes() ? number : axis.dimension->class_of(number));
    }

    std::vector<Axis> axes_;
};

class CellAdder {
public:
    CellAdder(const FacetColumns& columns, RowCounter& rows, std::vector<AxisGroup> groups, NumberCounts& counts)
        : columns_(columns), rows_(rows), groups_(std::move(groups)), counts_(counts), chosen_(groups_.size() + 1) {
        chosen_.front() = {0};
        std::ranges::sort(groups_, std::ranges::greater(), [&](const AxisGroup& group) { return group.count(columns); });
        for (const auto& group : groups_) group_counts_.push_back(group.count(columns));
    }

    void add() {
        if (rows_.rows().empty() || add_single_values()) return;
        find_places();
        std::uint64_t combinations = 1;
        for (const auto count : group_counts_) combinations *= count;
        if (combinations > std::min(rows_.rows().size() * most_per_row, most_in_all)) return add_rows();
        if (groups_.size() == 1) return add_combinations(groups_.front().rows_with(rows_));
        std::vector<std::uint32_t> rows_with(combinations);
        combine(rows_with);
        add_combinations(rows_with);
    }

private:
    /// Where the last group has one value for each number and its cells are neighbours: their places take the numbers' place.
    void find_places() {
        if (groups_.size() == 1) return;
        const auto ways = groups_.back().only_ways(group_counts_.back());
        if (ways.empty() || std::ranges::max(ways) >= most_places) return;
        for (const auto way : ways) places_.push_back(static_cast<std::uint32_t>(way));
        constexpr auto run = static_cast<std::uint32_t>(NumberCounts::run);
        group_counts_.back() = (std::ranges::max(places_) / run + 1) * run;
    }

    // A combination of numbers, one of each group, has a number itself, in which the last group counts ones.

    void combine(std::span<std::uint32_t> rows_with) const {
        Block combined{};
        for_each_block([&](std::vector<Block>& numbers, std::size_t size) {
            if (!places_.empty()) {
                for (auto& each : std::span(numbers.back()).first(size)) each = places_[each];
            }
            combined = numbers.front();
            for (std::size_t group = 1; group < groups_.size(); ++group) {
                for (std::size_t i = 0; i < block_size; ++i) combined[i] = combined[i] * group_counts_[group] + numbers[group][i];
            }
            for (std::size_t i = 0; i < size; ++i) ++rows_with[combined[i]];
        });
    }

    /// Of two groups none of whose numbers means more than one value: each row stands in one cell, whose number is a sum.
    bool add_single_values() {
        if (groups_.size() != 2) return false;
        const std::array offsets{groups_[0].only_ways(group_counts_[0]), groups_[1].only_ways(group_counts_[1])};
        if (offsets[0].empty() || offsets[1].empty()) return false;
        for_each_block([&](std::vector<Block>& numbers, std::size_t size) {
            for (std::size_t i = 0; i < size; ++i) counts_.add(offsets[0][numbers[0][i]] + offsets[1][numbers[1][i]], 1);
        });
        return true;
    }

    /// `rows_with`: of the combinations that begin with the numbers that were chosen of the groups before.
    void add_combinations(std::span<const std::uint32_t> rows_with, std::size_t group = 0) {
        const auto size = rows_with.size() / group_counts_[group];
        const bool is_last = group + 1 == groups_.size();
        for (std::uint32_t number = 0; number < group_counts_[group]; ++number) {
            const auto rest = rows_with.subspan(number * size, size);
            if (std::ranges::all_of(rest, [](std::uint32_t rows) { return rows == 0; })) continue;
            choose(group, number);
            if (is_last) {
                for (const auto cell : chosen_.back()) counts_.add(cell, rest.front());
            } else if (!places_.empty() && group + 2 == groups_.size()) {
                for (const auto cell : chosen_[group + 1]) counts_.add_run(cell, rest);
            } else {
                add_combinations(rest, group + 1);
            }
        }
    }

    void add_rows() {
        for_each_block([&](std::vector<Block>& numbers, std::size_t size) {
            for (std::size_t i = 0; i < size; ++i) {
                for (std::size_t group = 0; group < groups_.size(); ++group) choose(group, numbers[group][i]);
                for (const auto cell : chosen_.back()) counts_.add(cell, 1);
            }
        });
    }

    /// `look(numbers, size)`: of each group the numbers of the next `size` rows.
    template <class Look>
    void for_each_block(Look look) const {
        std::vector<Block> numbers(groups_.size());
        const auto rows = rows_.rows();
        for (std::size_t first = 0; first < rows.size(); first += block_size) {
            const auto block = rows.subspan(first, std::min(block_size, rows.size() - first));
            for (std::size_t group = 0; group < groups_.size(); ++group)
                groups_[group].read(columns_, block, std::span(numbers[group]).first(block.size()));
            look(numbers, block.size());
        }
    }

    void choose(std::size_t group, std::uint32_t number) { groups_[group].choose(number, chosen_[group], chosen_[group + 1]); }

    const FacetColumns& columns_;
    RowCounter& rows_;
    std::vector<AxisGroup> groups_;
    std::vector<std::uint32_t> group_counts_;  ///< how many numbers each has
    NumberCounts& counts_;
    std::vector<std::uint32_t> places_;  ///< of the last group's numbers
    std::vector<Offsets> chosen_;        ///< by group, what the values that were chosen of the groups before give of cells' numbers
};

}  // namespace

void add_cells(const Snapshot& snapshot, std::size_t segment, DimensionCounter& cases, std::span<const PivotAxis> axes,
               NumberCounts& counts) {
    std::vector<AxisGroup> groups;
    for (const auto& axis : axes) {
        const Axis read{.dimension = &snapshot.dimension(segment, axis.dimension), .offsets = &axis.offsets};
        if (std::ranges::none_of(groups, [&](AxisGroup& group) { return group.add(read); })) groups.emplace_back(read);
    }
    CellAdder(snapshot.columns(segment), cases.rows(segment), std::move(groups), counts).add();
}

}  // namespace palermo
