// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/number_counts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace palermo {
namespace {

/// Up to so many numbers are counted in an array.
constexpr std::uint64_t most_in_array = std::uint64_t{1} << 20U;

/// A number in a table costs as much as so many in an array.
constexpr std::uint64_t array_share = 8;

}  // namespace

NumberCounts::NumberCounts(std::uint64_t limit, std::size_t expected) {
    if (limit <= most_in_array && limit / array_share <= expected) array_.resize(limit + run);
}

void NumberCounts::add_run(std::uint64_t first, std::span<const std::uint32_t> times) {
    if (array_.empty()) {
        for (std::size_t i = 0; i < times.size(); ++i) {
            if (times[i] > 0) few_[first + i] += times[i];
        }
        return;
    }
    for (std::size_t i = 0; i < times.size(); i += run) {
        // Copied, so that the compiler sees that they do not overlap and adds them at once.
        std::array<std::uint32_t, run> sums{};
        std::copy_n(array_.begin() + static_cast<std::ptrdiff_t>(first + i), run, sums.begin());
        for (std::size_t each = 0; each < run; ++each) sums[each] += times[i + each];
        std::ranges::copy(sums, array_.begin() + static_cast<std::ptrdiff_t>(first + i));
    }
}

std::size_t NumberCounts::size() const {
    return few_.size() + static_cast<std::size_t>(std::ranges::count_if(array_, [](std::uint32_t times) { return times > 0; }));
}

std::vector<std::pair<std::uint64_t, std::uint32_t>> NumberCounts::sorted_few() const {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> all(few_.begin(), few_.end());
    std::ranges::sort(all);
    return all;
}

}  // namespace palermo
