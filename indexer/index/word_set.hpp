// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/word_codes.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace palermo {

/// Words of one text field, by their numbers in a segment's list, ascending.
struct WordSet {
    std::size_t field = 0;  ///< index into layout::text_fields
    std::vector<std::uint32_t> words;

    /// Those that are their own codes, and the others.
    [[nodiscard]] std::span<const std::uint32_t> common() const { return {words.begin(), first_rare()}; }
    [[nodiscard]] std::span<const std::uint32_t> rare() const { return {first_rare(), words.end()}; }

private:
    [[nodiscard]] std::vector<std::uint32_t>::const_iterator first_rare() const { return std::ranges::lower_bound(words, rare_code); }
};

}  // namespace palermo
