// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/identifier.hpp"

#include "indexer/analysis/normalizer.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace palermo {
namespace {

constexpr std::array<std::string_view, 7> words_for_number{"no", "nos", "nr", "n", "num", "nº", "№"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_sign(char c) { return static_cast<unsigned char>(c) < 0x80 && !is_digit(c) && !(c >= 'a' && c <= 'z'); }

/// The stretches of letters and digits of a folded text.
std::vector<std::string_view> stretches(std::string_view folded) {
    std::vector<std::string_view> all;
    for (std::size_t at = 0; at < folded.size();) {
        const auto end = static_cast<std::size_t>(std::find_if(folded.begin() + static_cast<std::ptrdiff_t>(at), folded.end(), is_sign) - folded.begin());
        if (end > at) all.push_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return all;
}

}  // namespace

std::string fold_identifier(std::string_view identifier) {
    const auto folded = fold_word(identifier);
    const auto parts = stretches(folded);
    std::string joined;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool before_number = i + 1 < parts.size() && is_digit(parts[i + 1].front());
        if (before_number && std::ranges::find(words_for_number, parts[i]) != words_for_number.end()) continue;
        joined += parts[i];
    }
    return joined;
}

}  // namespace palermo
