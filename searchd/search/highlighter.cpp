// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/highlighter.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace palermo {
namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

/// Bytes shown before the first match, for its context.
constexpr std::size_t lead_in = passage_window / 4;

bool stands_at(const std::vector<Token>& tokens, std::size_t start, const std::vector<std::string>& phrase) {
    if (phrase.size() > tokens.size() - start) return false;
    return std::equal(phrase.begin(), phrase.end(), tokens.begin() + static_cast<std::ptrdiff_t>(start),
                      [](const std::string& word, const Token& token) { return word == token.word; });
}

/// Ranges in order and apart from each other.
std::vector<TextMatch::Range> merged(std::vector<TextMatch::Range> ranges) {
    std::ranges::sort(ranges, {}, &TextMatch::Range::begin);
    std::vector<TextMatch::Range> apart;
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

}  // namespace

TextMatch match_text(std::string_view text, std::string_view lang, const SoughtTerms& sought, Analyzer& analyzer) {
    TextMatch match;
    if (sought.empty()) return match;
    const auto tokens = analyzer.analyze(text, lang);
    std::set<std::string> met;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        if (sought.words.contains(token.word) || sought.stems.contains(token.stem)) {
            match.ranges.push_back({token.begin, token.end});
            met.insert(token.stem.empty() ? token.word : token.stem);
        }
        for (std::size_t p = 0; p < sought.phrases.size(); ++p) {
            const auto& phrase = sought.phrases[p];
            if (!stands_at(tokens, i, phrase)) continue;
            match.ranges.push_back({token.begin, tokens[i + phrase.size() - 1].end});
            met.insert('"' + std::to_string(p));
        }
    }
    match.ranges = merged(std::move(match.ranges));
    match.distinct = met.size();
    return match;
}

std::vector<Fragment> mark_text(std::string_view text, const TextMatch& match) {
    std::vector<Fragment> fragments;
    std::size_t position = 0;
    const auto add = [&](std::size_t end, bool marked) {
        if (end > position) fragments.push_back({.text = std::string(text.substr(position, end - position)), .marked = marked});
        position = std::max(position, end);
    };
    for (const auto& range : match.ranges) {
        add(range.begin, false);
        add(range.end, true);
    }
    add(text.size(), false);
    return fragments;
}

std::vector<Fragment> mark_window(std::string_view text, const TextMatch& match) {
    if (text.size() <= passage_window) return mark_text(text, match);
    const std::size_t first = match.ranges.empty() ? 0 : match.ranges.front().begin;
    const auto begin = first <= lead_in ? 0 : std::min(cut_at_or_after(text, first - lead_in), first);
    const auto end = cut_at_or_after(text, std::min(begin + passage_window, text.size()));
    TextMatch inside;
    for (const auto& range : match.ranges) {
        if (range.begin >= begin && range.end <= end) {
            inside.ranges.push_back({range.begin - static_cast<std::uint32_t>(begin), range.end - static_cast<std::uint32_t>(begin)});
        }
    }
    auto fragments = mark_text(text.substr(begin, end - begin), inside);
    if (begin > 0) fragments.insert(fragments.begin(), {.text = std::string(ellipsis), .marked = false});
    if (end < text.size()) fragments.push_back({.text = ' ' + std::string(ellipsis), .marked = false});
    return fragments;
}

}  // namespace palermo
