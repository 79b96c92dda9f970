// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/analysis/word_span.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace palermo {

/// The fast path beside ICU: the same words by the same rules (Unicode Standard Annex 29), for text whose characters need no tables: ASCII,
/// Latin and Russian letters, and the usual quotation marks and dashes. Measured: most of the time of an analysis goes into ICU's
/// boundaries without it.

/// The end of the run of bytes other than ASCII white space that begins at `begin`, if all its characters are plain; else nothing.
[[nodiscard]] std::optional<std::size_t> plain_run(std::string_view text, std::size_t begin);

/// True when all characters of the text, white space or not, are plain: each is a letter, a digit, or a sign that ends no sentence; but for
/// the line ends, full stops, question and exclamation marks of ASCII.
[[nodiscard]] bool is_plain(std::string_view text);

/// Appends the words of text[begin, end), which must be a plain run.
void append_plain_words(std::string_view text, std::size_t begin, std::size_t end, std::vector<WordSpan>& words);

}  // namespace palermo
