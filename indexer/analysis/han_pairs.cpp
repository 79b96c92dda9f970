// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/han_pairs.hpp"

#include "indexer/analysis/normalizer.hpp"

#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace palermo {
namespace {

/// No character before the radicals is Han: most texts are seen to have none at a glance.
constexpr UChar32 first_han = 0x2E80;

bool is_han(UChar32 character) {
    auto status = U_ZERO_ERROR;
    return character >= first_han && uscript_getScript(character, &status) == USCRIPT_HAN;
}

/// In UTF-8 the first one begins with E2 BA, as dashes and quotation marks do not.
bool may_have_han(std::string_view text) {
    const auto byte = [](char c) { return static_cast<unsigned char>(c); };
    const auto begins_one = [&](char lead, char next) { return byte(lead) > 0xE2 || (byte(lead) == 0xE2 && byte(next) >= 0xBA); };
    return std::ranges::adjacent_find(text, begins_one) != text.end();
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
