// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/count_request.hpp"

#include <cstdint>
#include <vector>

namespace palermo {

/// A dimension as it is read for a pivot: it tells the place of a case on one side or, as issues with their roles do, on two.
struct PivotAxis {
    Dimension dimension{};
    /// For each of the dimension's ordinals its part of a cell's number, and behind them that of a case without any.
    std::vector<std::uint64_t> offsets;
};

/// The places of a side's values in its table: for each of its dimension's ordinals, and behind them that of a case without any.
using SidePlaces = std::vector<std::uint32_t>;

[[nodiscard]] Dimension dimension_of(PivotSide side);

/// A cell's number is that of its places in mixed radix: `strides` has what one place of each side counts.
[[nodiscard]] std::vector<PivotAxis> make_axes(const Snapshot& snapshot, const Pivot& pivot, const std::vector<SidePlaces>& places,
                                               const std::vector<std::uint64_t>& strides);

}  // namespace palermo
