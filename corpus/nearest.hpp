// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace palermo {

/// The candidate with the smallest edit distance to `word`, counted in characters of UTF-8, if it is near enough that `word` may be a slip
/// of the pen. Of one or two characters a slip makes another word: to them nothing is near but themselves.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// Whether a word has so many characters that the nearest of many candidates is more than a guess: what is shorter is a slip away from
/// several.
[[nodiscard]] bool is_long_enough_to_guess(std::string_view word);

}  // namespace palermo
