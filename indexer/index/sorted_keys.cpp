// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/sorted_keys.hpp"

#include <algorithm>

namespace palermo {
namespace {

/// The first position from `from` on whose key is not `before`: by halves, and from within the list first in steps that double, since what
/// is sought from there is near.
template <class Predicate>
std::uint32_t partition_from(const SortedKeys& keys, std::uint32_t from, Predicate before) {
    auto low = std::min(from, keys.size);
    auto high = from == 0 ? keys.size : low;
    for (std::uint32_t step = 1; high < keys.size && before(keys.at(high)); step *= 2) {
        low = high + 1;
        high += std::min(step, keys.size - high);
    }
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (before(keys.at(middle)))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

}  // namespace

std::uint32_t lower_bound(const SortedKeys& keys, std::string_view key, std::uint32_t from) {
    return partition_from(keys, from, [key](std::string_view other) { return other < key; });
}

std::uint32_t prefix_end(const SortedKeys& keys, std::string_view prefix, std::uint32_t from) {
    return partition_from(keys, from, [prefix](std::string_view other) { return other.substr(0, prefix.size()) <= prefix; });
}

KeyRange prefix_range(const SortedKeys& keys, std::string_view prefix) {
    const auto begin = lower_bound(keys, prefix);
    return {.begin = begin, .end = prefix_end(keys, prefix, begin)};
}

}  // namespace palermo
