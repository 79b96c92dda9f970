// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace palermo {

/// The words of a document as a forward index holds them: the number of each, and `rare_code` for every number that is not smaller.
using WordCodes = std::span<const std::uint16_t>;
inline constexpr std::uint16_t rare_code = 0xFFFF;

/// Above this many, each code of a text is looked up among those that are looked for instead of each of those in the text.
inline constexpr std::size_t few_codes = 64;

inline constexpr std::size_t code_block = 64;
[[nodiscard]] std::size_t count_code(std::span<const std::uint16_t, code_block> block, std::uint16_t code);

/// Calls `visit` with the places in `codes` of one code, ascending. Whole blocks are looked at first: most have none.
template <class Visit>
void for_each_place(WordCodes codes, std::uint16_t code, Visit visit) {
    for (std::size_t begin = 0; begin < codes.size(); begin += code_block) {
        const auto part = codes.subspan(begin, std::min(code_block, codes.size() - begin));
        if (part.size() == code_block && count_code(part.first<code_block>(), code) == 0) continue;
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (part[i] == code) visit(begin + i);
        }
    }
}

}  // namespace palermo
