// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/analysis/word_boundaries.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// Text as completions compare it: its words folded, one blank between, no punctuation. A word here is a run of letters and digits,
/// whatever the language: no dictionary, so that text which is half typed gives the beginning of the whole text's key. Safe to call from
/// many threads, as are those below.
[[nodiscard]] std::string completion_key(std::string_view text);

/// The same without blanks: "[2013] EWCA Crim 991" is found however it is punctuated.
[[nodiscard]] std::string citation_key(std::string_view text);

/// From how many of its words a text can be found.
inline constexpr std::size_t max_key_starts = 6;

/// Where in a key somebody may begin who does not recall the first word: at the first, and at later ones that are not a single letter, "v"
/// or "vs". At most `max_key_starts` places.
[[nodiscard]] std::vector<std::size_t> key_starts(std::string_view key);

/// The last word of `text`, when nothing follows it: what is being typed.
[[nodiscard]] std::optional<WordSpan> word_being_typed(std::string_view text);

}  // namespace palermo
