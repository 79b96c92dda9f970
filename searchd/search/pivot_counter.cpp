// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/pivot_counter.hpp"

#include "searchd/search/number_counts.hpp"
#include "searchd/search/pivot_axis.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

/// Rows that are read at a time, so that what is read of them stays in the processor's cache.
constexpr std::size_t block_size = 4'096;

/// One segment's rows by their classes on all axes, as one number.
class ClassCounter {
public:
    ClassCounter(const Snapshot& snapshot, std::size_t segment, const std::vector<PivotAxis>& axes) : columns_(snapshot.columns(segment)) {
        for (const auto& axis : axes) {
            dimensions_.push_back(&snapshot.dimension(segment, axis.dimension()));
            limit_ *= dimensions_.back()->class_count();
        }
    }

    [[nodiscard]] NumberCounts count(std::span<const std::uint32_t> rows) const {
        NumberCounts counts(limit_, rows.size());
        const auto column = dimensions_.front()->column();
        if (std::ranges::all_of(dimensions_, [&](const auto* dimension) { return dimension->column() == column; }))
            count_by_sets(rows, column, counts);
        else
            count_by_rows(rows, counts);
        return counts;
    }

    /// The class on each axis.
    void read_classes(std::uint64_t number, std::span<std::uint32_t> classes) const {
        for (auto axis = classes.size(); axis > 0; --axis) {
            const auto count = dimensions_[axis - 1]->class_count();
            classes[axis - 1] = static_cast<std::uint32_t>(number % count);
            number /= count;
        }
    }

    [[nodiscard]] std::uint32_t class_count(std::size_t axis) const { return dimensions_[axis]->class_count(); }
    [[nodiscard]] std::span<const std::uint32_t> ordinals(std::size_t axis, std::uint32_t class_number) const {
        return dimensions_[axis]->ordinals(class_number);
    }

private:
    void count_by_sets(std::span<const std::uint32_t> rows, Column column, NumberCounts& counts) const {
        std::vector<std::uint32_t> rows_with(columns_.set_count(column));
        columns_.count_sets(column, rows, rows_with);
        for (std::uint32_t set = 0; set < rows_with.size(); ++set) {
            if (rows_with[set] == 0) continue;
            std::uint64_t number = 0;
            for (const auto* dimension : dimensions_) number = number * dimension->class_count() + dimension->class_of(set);
            counts.add(number, rows_with[set]);
        }
    }

    void count_by_rows(std::span<const std::uint32_t> rows, NumberCounts& counts) const {
        std::vector<std::uint32_t> sets(block_size);
        std::vector<std::uint64_t> numbers(block_size);
        for (std::size_t first = 0; first < rows.size(); first += block_size) {
            const auto block = rows.subspan(first, std::min(block_size, rows.size() - first));
            std::fill_n(numbers.begin(), block.size(), 0);
            for (const auto* dimension : dimensions_) {
                columns_.read_sets(dimension->column(), block, sets);
                for (std::size_t i = 0; i < block.size(); ++i)
                    numbers[i] = numbers[i] * dimension->class_count() + dimension->class_of(sets[i]);
            }
            for (std::size_t i = 0; i < block.size(); ++i) counts.add(numbers[i], 1);
        }
    }

    const FacetColumns& columns_;
    std::vector<const SegmentDimension*> dimensions_;
    std::uint64_t limit_ = 1;
};

class PivotCounter {
public:
    PivotCounter(const Snapshot& snapshot, const Pivot& pivot, std::size_t rows)
        : snapshot_(snapshot), axes_(make_axes(snapshot, pivot, counts_.ids)), strides_(pivot.size()), cells_(count_cells(), rows) {
        for (const auto& ids : counts_.ids) counts_.margins.emplace_back(ids.size());
        for (const auto& axis : axes_) offsets_.push_back(axis.offsets(strides_));
    }

    void add(std::size_t segment, std::span<const std::uint32_t> rows) {
        const ClassCounter counter(snapshot_, segment, axes_);
        std::vector<std::vector<std::uint64_t>> class_cases;
        for (std::size_t axis = 0; axis < axes_.size(); ++axis) class_cases.emplace_back(counter.class_count(axis));
        std::vector<std::uint32_t> classes(axes_.size());
        std::vector<std::span<const std::uint32_t>> together(axes_.size());
        counter.count(rows).for_each([&](std::uint64_t number, std::uint64_t cases) {
            counter.read_classes(number, classes);
            for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
                class_cases[axis][classes[axis]] += cases;
                together[axis] = counter.ordinals(axis, classes[axis]);
            }
            add_cells(together, 0, 0, cases);
        });
        for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
            for (std::uint32_t each = 0; each < class_cases[axis].size(); ++each) {
                if (class_cases[axis][each] > 0)
                    axes_[axis].add_margins(counter.ordinals(axis, each), class_cases[axis][each], counts_.margins);
            }
        }
    }

    PivotCounts finish() {
        counts_.cells = cells_.sorted();
        return std::move(counts_);
    }

private:
    std::uint64_t count_cells() {
        std::uint64_t cells = 1;
        for (auto side = strides_.size(); side > 0; --side) {
            strides_[side - 1] = cells;
            cells *= counts_.ids[side - 1].size();
        }
        return cells;
    }

    /// Every way to take one value on each axis.
    void add_cells(std::span<const std::span<const std::uint32_t>> values, std::size_t axis, std::uint64_t cell, std::uint64_t cases) {
        if (axis == values.size()) return cells_.add(cell, cases);
        const auto& offsets = offsets_[axis];
        if (values[axis].empty()) add_cells(values, axis + 1, cell + offsets.back(), cases);
        for (const auto ordinal : values[axis]) add_cells(values, axis + 1, cell + offsets[ordinal], cases);
    }

    const Snapshot& snapshot_;
    PivotCounts counts_;
    std::vector<PivotAxis> axes_;
    std::vector<std::uint64_t> strides_;
    NumberCounts cells_;
    std::vector<std::vector<std::uint64_t>> offsets_;  ///< of each axis
};

}  // namespace

PivotPlaces PivotCounts::places(std::uint64_t cell) const {
    PivotPlaces all{};
    for (auto side = ids.size(); side > 0; --side) {
        all[side - 1] = static_cast<std::uint32_t>(cell % ids[side - 1].size());
        cell /= ids[side - 1].size();
    }
    return all;
}

PivotCounts count_pivot(const Snapshot& snapshot, const SnapshotRows& rows, const Pivot& pivot) {
    PivotCounter counter(snapshot, pivot, count(rows));
    for (std::size_t segment = 0; segment < rows.size(); ++segment) counter.add(segment, numbers_of(rows[segment]));
    return counter.finish();
}

}  // namespace palermo
