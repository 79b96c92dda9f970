// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace palermo {

/// Keys in ascending order of their bytes that lie elsewhere: in a mapped file, in a vector.
struct SortedKeys {
    std::uint32_t size = 0;
    std::function<std::string_view(std::uint32_t)> at;
};

/// Positions [begin, end) in a list.
struct KeyRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// The first position from `from` on whose key is not before `key`. Looks at few keys when it is near.
[[nodiscard]] std::uint32_t lower_bound(const SortedKeys& keys, std::string_view key, std::uint32_t from = 0);

/// The first position from `from` on whose key is neither before `prefix` nor begins with it.
[[nodiscard]] std::uint32_t prefix_end(const SortedKeys& keys, std::string_view prefix, std::uint32_t from = 0);

/// The keys that begin with `prefix`.
[[nodiscard]] KeyRange prefix_range(const SortedKeys& keys, std::string_view prefix);

}  // namespace palermo
