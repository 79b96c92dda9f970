// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace palermo {

/// How many bytes (1, 2 or 4) a number takes that is below `limit`.
[[nodiscard]] constexpr unsigned width_for(std::size_t limit) {
    constexpr std::size_t one_byte = 0x100;
    constexpr std::size_t two_bytes = 0x10000;
    return limit <= one_byte ? 1 : limit <= two_bytes ? 2 : 4;
}

}  // namespace palermo
