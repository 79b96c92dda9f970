// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace palermo {

/// A word of a text as bytes [begin, end) of it.
struct WordSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const WordSpan&, const WordSpan&) = default;
};

}  // namespace palermo
