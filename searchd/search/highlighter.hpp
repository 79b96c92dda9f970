// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/analysis/analyzer.hpp"
#include "searchd/search/position_pattern.hpp"
#include "searchd/search/search_result.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// Bytes of a passage that are shown when it is long.
inline constexpr std::size_t passage_window = 320;

/// Bytes [begin, end) of a text.
struct TextRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// A place that matched, and which of the query's patterns it is.
struct Mark {
    PositionSpan span;
    std::size_t pattern = 0;

    friend auto operator<=>(const Mark&, const Mark&) = default;  // NOLINT(modernize-use-nullptr): a false alarm
};

/// Where the patterns stand in a document, in order: from its position lists, without a look at its text.
[[nodiscard]] std::vector<Mark> find_all_marks(std::span<const PositionPattern> patterns, DocumentPositions& positions);

/// The bytes of a text whose first word has `first_position` that the marks cover, in order and apart from each other.
[[nodiscard]] std::vector<TextRange> locate(std::span<const Mark> marks, std::string_view text, std::string_view lang,
                                            std::uint32_t first_position, Analyzer& analyzer);

/// The text in runs, marked and not; together they are the text.
[[nodiscard]] std::vector<Fragment> mark_text(std::string_view text, std::span<const TextRange> ranges);

/// As mark_text, but of a long text only the window that shows most, cut between words, with an ellipsis where something is left out.
[[nodiscard]] std::vector<Fragment> mark_window(std::string_view text, std::span<const TextRange> ranges);

}  // namespace palermo
