// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace palermo {

/// One word of a text: its folded form, its stem (empty: none in this language), its position among the words (from 1), and the bytes
/// [begin, end) of the original text that it covers.
struct Token {
    std::string word;
    std::string stem;
    std::uint32_t position = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

}  // namespace palermo
