// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/pivot_counter.hpp"

#include "searchd/search/segment_cells.hpp"

#include <cstddef>

namespace palermo {
namespace {

/// Where one dimension has all the values that make a cell.
void add_axis(const PivotAxis& axis, const DimensionCounts& counts, NumberCounts& cells) {
    for (std::size_t i = 0; i < counts.by_ordinal.size(); ++i) {
        if (counts.by_ordinal[i] > 0) cells.add(axis.offsets[i], static_cast<std::uint32_t>(counts.by_ordinal[i]));
    }
    if (counts.not_recorded > 0) cells.add(axis.offsets.back(), static_cast<std::uint32_t>(counts.not_recorded));
}

}  // namespace

NumberCounts count_cells(const Snapshot& snapshot, DimensionCounter& cases, const std::vector<PivotAxis>& axes, std::uint64_t cells) {
    NumberCounts counts(cells, cases.size());
    if (axes.size() == 1) {
        add_axis(axes.front(), cases.of(axes.front().dimension), counts);
    } else {
        for (std::size_t segment = 0; segment < cases.segment_count(); ++segment) add_cells(snapshot, segment, cases, axes, counts);
    }
    return counts;
}

}  // namespace palermo
