// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/han_pairs.hpp"

#include "indexer/analysis/normalizer.hpp"

#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace palermo {
namespace {

bool is_han(UChar32 character) {
    auto status = U_ZERO_ERROR;
    return character >= 0 && uscript_getScript(character, &status) == USCRIPT_HAN;
}

bool may_have_han(std::string_view text) {
    // Han characters begin with E2 or above in UTF-8: most texts have none, and are seen so at a glance.
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xE2; });
}

}  // namespace

std::vector<std::string> han_pairs(std::string_view text) {
    std::vector<std::string> pairs;
    if (!may_have_han(text)) return pairs;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    std::int32_t previous = -1;
    for (std::int32_t at = 0; at < size;) {
        const auto begin = at;
        UChar32 character = 0;
        U8_NEXT(bytes, at, size, character);
        if (!is_han(character)) {
            previous = -1;
            continue;
        }
        if (previous >= 0)
            pairs.push_back(fold_word(text.substr(static_cast<std::size_t>(previous), static_cast<std::size_t>(at - previous))));
        previous = begin;
    }
    return pairs;
}

}  // namespace palermo
