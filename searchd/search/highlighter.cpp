// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/highlighter.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

/// Bytes shown before the first match, for its context.
constexpr std::size_t lead_in = passage_window / 4;

/// Ranges in order and apart from each other.
std::vector<TextRange> merged(std::vector<TextRange> ranges) {
    std::ranges::sort(ranges, {}, &TextRange::begin);
    std::vector<TextRange> apart;
    for (const auto& range : ranges) {
        if (!apart.empty() && range.begin <= apart.back().end)
            apart.back().end = std::max(apart.back().end, range.end);
        else
            apart.push_back(range);
    }
    return apart;
}

/// The nearest place at or behind `place` where a word may be cut off: a space or a character of a script without spaces.
std::size_t cut_at_or_after(std::string_view text, std::size_t place) {
    const auto is_cut = [&](std::size_t at) {
        return at >= text.size() || text[at] == ' ' || (static_cast<unsigned char>(text[at]) & 0xC0U) == 0xC0U;
    };
    while (!is_cut(place)) ++place;
    return std::min(place, text.size());
}

/// Where a window that holds the most marked places begins; the first of the best.
std::size_t best_start(std::span<const TextRange> ranges) {
    constexpr std::size_t shown = passage_window - lead_in;
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t first = 0; first < ranges.size(); ++first) {
        auto last = first;
        while (last < ranges.size() && ranges[last].end - ranges[first].begin <= shown) ++last;
        if (last - first <= most) continue;
        most = last - first;
        best = ranges[first].begin;
    }
    return best;
}

}  // namespace

std::vector<Mark> find_all_marks(std::span<const PositionPattern> patterns, DocumentPositions& positions) {
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        for (const auto& span : find_marks(patterns[i], positions)) marks.push_back({span, i});
    }
    std::ranges::sort(marks);
    return marks;
}

std::vector<TextRange> locate(std::span<const Mark> marks, std::string_view text, std::string_view lang, std::uint32_t first_position,
                              Analyzer& analyzer) {
    std::vector<TextRange> ranges;
    if (marks.empty()) return ranges;
    const auto tokens = analyzer.analyze(text, lang, first_position);
    for (const auto& mark : marks) {
        if (tokens.empty() || mark.span.first < first_position || mark.span.last > tokens.back().position) continue;
        ranges.push_back({tokens[mark.span.first - first_position].begin, tokens[mark.span.last - first_position].end});
    }
    return merged(std::move(ranges));
}

std::vector<Fragment> mark_text(std::string_view text, std::span<const TextRange> ranges) {
    std::vector<Fragment> fragments;
    std::size_t position = 0;
    const auto add = [&](std::size_t end, bool marked) {
        if (end > position) fragments.push_back({.text = std::string(text.substr(position, end - position)), .marked = marked});
        position = std::max(position, end);
    };
    for (const auto& range : ranges) {
        add(range.begin, false);
        add(range.end, true);
    }
    add(text.size(), false);
    return fragments;
}

std::vector<Fragment> mark_window(std::string_view text, std::span<const TextRange> ranges) {
    if (text.size() <= passage_window) return mark_text(text, ranges);
    const std::size_t first = best_start(ranges);
    const auto begin = first <= lead_in ? 0 : std::min(cut_at_or_after(text, first - lead_in), first);
    const auto end = cut_at_or_after(text, std::min(begin + passage_window, text.size()));
    std::vector<TextRange> inside;
    for (const auto& range : ranges) {
        if (range.begin >= begin && range.end <= end)
            inside.push_back({range.begin - static_cast<std::uint32_t>(begin), range.end - static_cast<std::uint32_t>(begin)});
    }
    auto fragments = mark_text(text.substr(begin, end - begin), inside);
    if (begin > 0) fragments.insert(fragments.begin(), {.text = std::string(ellipsis), .marked = false});
    if (end < text.size()) fragments.push_back({.text = ' ' + std::string(ellipsis), .marked = false});
    return fragments;
}

}  // namespace palermo
