// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/analysis/analyzer.hpp"
#include "searchd/search/query_planner.hpp"
#include "searchd/search/search_result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// Bytes of a passage that are shown when it is long.
inline constexpr std::size_t passage_window = 320;

/// Where the query's words stand in a text: byte ranges of the original, in order, and how many different parts of the query they meet.
struct TextMatch {
    struct Range {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    std::vector<Range> ranges;
    std::size_t distinct = 0;
};

/// Finds the sought terms with the analysis that indexed them; a phrase only where all of it stands.
[[nodiscard]] TextMatch match_text(std::string_view text, std::string_view lang, const SoughtTerms& sought, Analyzer& analyzer);

/// The text in runs, marked and not; together they are the text.
[[nodiscard]] std::vector<Fragment> mark_text(std::string_view text, const TextMatch& match);

/// As mark_text, but of a long text only a window around its first matches, cut between words, with an ellipsis where something is left
/// out.
[[nodiscard]] std::vector<Fragment> mark_window(std::string_view text, const TextMatch& match);

}  // namespace palermo
