// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/nearest.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace palermo {
namespace {

/// The characters of a text; a byte that is not UTF-8 is one, too. Into a string that is given: there are many candidates.
void decode(std::string_view text, std::u32string& characters) {
    characters.clear();
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t i = 0; i < text.size();) {
        UChar32 character = 0;
        U8_NEXT_OR_FFFD(bytes, i, text.size(), character);
        characters += static_cast<char32_t>(character);
    }
}

/// Levenshtein's distance, one row at a time.
std::size_t edit_distance(std::u32string_view from, std::u32string_view to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= from.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const auto substituted = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

/// How far two words may be from each other of which the shorter has so many characters.
std::size_t farthest(std::size_t characters) {
    if (characters < 3) return 0;
    return characters == 3 ? 1 : std::max<std::size_t>(2, characters / 3);
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    std::u32string wanted;
    decode(word, wanted);
    const std::string* best = nullptr;
    auto least = wanted.size() + 1;
    std::u32string characters;
    for (const auto& candidate : candidates) {
        decode(candidate, characters);
        // No word is nearer than their lengths are, and a word of a broken file may be very long.
        const auto [shorter, longer] = std::minmax({wanted.size(), characters.size()});
        const auto limit = std::min(farthest(shorter) + 1, least);
        if (longer - shorter >= limit) continue;
        const auto distance = edit_distance(wanted, characters);
        if (distance < limit) {
            least = distance;
            best = &candidate;
        }
    }
    if (best == nullptr) return std::nullopt;
    return *best;
}

bool is_long_enough_to_guess(std::string_view word) {
    constexpr std::size_t long_enough = 4;
    std::u32string characters;
    decode(word, characters);
    return characters.size() >= long_enough;
}

}  // namespace palermo
