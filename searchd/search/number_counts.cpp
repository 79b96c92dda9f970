// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/number_counts.hpp"

#include <algorithm>

namespace palermo {
namespace {

/// Up to so many numbers are counted in an array.
constexpr std::uint64_t most_in_array = std::uint64_t{1} << 20U;

/// A number in a table costs as much as so many in an array.
constexpr std::uint64_t array_share = 8;

}  // namespace

NumberCounts::NumberCounts(std::uint64_t limit, std::size_t expected) {
    if (limit <= most_in_array && limit / array_share <= expected) array_.resize(limit);
}

std::vector<std::pair<std::uint64_t, std::uint64_t>> NumberCounts::sorted() const {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> all;
    for_each([&](std::uint64_t number, std::uint32_t times) { all.emplace_back(number, times); });
    if (!few_.empty()) std::ranges::sort(all);
    return all;
}

}  // namespace palermo
