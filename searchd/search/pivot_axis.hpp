// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/count_request.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace palermo {

/// One dimension as it is read for a pivot: it tells the place of a case on one side or, as issues with their roles do, on two.
class PivotAxis {
public:
    struct Side {
        std::size_t number = 0;             ///< in the pivot
        std::vector<std::uint32_t> places;  ///< of each of the dimension's ordinals; behind them that of a case without any
    };

    PivotAxis(Dimension dimension, std::vector<Side> sides) : dimension_(dimension), sides_(std::move(sides)) {}

    [[nodiscard]] Dimension dimension() const { return dimension_; }

    /// For each of the dimension's ordinals its part of a cell's number, and behind them that of a case without any; `strides` are those of
    /// the pivot's sides.
    [[nodiscard]] std::vector<std::uint64_t> offsets(std::span<const std::uint64_t> strides) const;

    /// Adds to each side's margins, once for each of its places that the ordinals have. None: a case without any.
    void add_margins(std::span<const std::uint32_t> ordinals, std::uint64_t cases, std::vector<std::vector<std::uint64_t>>& margins) const;

private:
    Dimension dimension_;
    std::vector<Side> sides_;
};

/// The axes of a pivot; appends to `ids`, for each side, what its places are called.
[[nodiscard]] std::vector<PivotAxis> make_axes(const Snapshot& snapshot, const Pivot& pivot, std::vector<std::vector<std::string>>& ids);

}  // namespace palermo
