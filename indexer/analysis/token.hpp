// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace palermo {

/// The forms of one word: how it is compared, how it was accented, and its stem.
struct WordForms {
    std::string word;   ///< folded: case, accents, width
    std::string exact;  ///< folded but for its accents; empty when that is the same as `word`
    std::string stem;   ///< empty: none in this language
};

/// Where a word of a text stands: its position among the words, and the bytes [begin, end) of the original text that it covers.
struct TokenPlace {
    std::uint32_t position = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// One word of a text.
struct Token : WordForms, TokenPlace {};

}  // namespace palermo
