// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/word_codes.hpp"

namespace palermo {

/// Of a size that is known the compiler compares many at once, but not where it puts this into a loop.
[[gnu::noinline]] std::size_t count_code(std::span<const std::uint16_t, code_block> block, std::uint16_t code) {
    std::uint16_t count = 0;
    for (const auto other : block) count = static_cast<std::uint16_t>(count + static_cast<std::uint16_t>(other == code));
    return count;
}

}  // namespace palermo
