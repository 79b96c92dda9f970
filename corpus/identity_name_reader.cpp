// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_name_reader.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace palermo {
namespace {

constexpr WordClasses no_name_here =
    word::not_name | word::small | word::possessive | word::title | somebody | word::link | word::relation | word::platform;

/// Tokens of a name: what is longer is no prose.
constexpr std::size_t longest_name = 12;
/// Of one name. "Frau" is a title and a woman: who looks behind every woman must not walk to the end of "Frau Frau Frau ...".
constexpr std::size_t most_titles = 4;

constexpr auto case_signs = std::to_array<std::string_view>({"v", "vs", "c"});
constexpr auto openers = std::to_array<std::string_view>({"first", "second", "third", "next", "now", "then", "still", "soon", "yet"});

}  // namespace

std::size_t NameReader::skip_titles(std::size_t i) const {
    for (std::size_t titles = 0; titles < most_titles && is(i, word::title); ++titles) {
        const auto next = is_mark(i + 1, U'.') ? i + 2 : i + 1;
        if (!is_kind(next, TokenKind::word)) break;
        i = next;
    }
    return i;
}

/// A word that a name can begin with. Acronyms have no small letters and are short.
bool NameReader::can_be_name(std::size_t i, bool introduced) const {
    if (!is_kind(i, TokenKind::word) || tokens()[i].letters < 2) return false;
    const auto& token = tokens()[i];
    // May and Georgia are names where something says so.
    constexpr auto names_too = word::month | word::country;
    if ((token.classes & no_name_here) != 0 || (!introduced && (token.classes & names_too) != 0)) return false;
    // Russian declines its countries; in Latin letters Francesca would be one.
    const bool cyrillic = spelled(i)[0] == '\xD0' || spelled(i)[0] == '\xD1';
    if (cyrillic && !introduced && (token.classes & word::origin) != 0) return false;
    if (token.all_capitals && token.letters <= 3) return false;
    return token.capital || (introduced && token.uncased);
}

std::optional<std::size_t> NameReader::name_end(std::size_t i, bool introduced) const {
    if (!can_be_name(i, introduced)) return std::nullopt;
    auto end = i + 1;
    const auto most = std::min(i + longest_name, tokens().size());
    while (end < most && tokens()[i].capital) {
        const bool joined = is_mark(end, U"-.") || is_apostrophe(end) || is(end, word::clitic);
        const auto next = joined ? end + 1 : end;
        if (tokens()[end].ends_sentence || next >= tokens().size() || !tokens()[next].capital) break;
        // An initial may be written as a word is: И. is "and".
        if (tokens()[next].letters > 1 && is(next, word::not_name | word::street_after)) return std::nullopt;
        end = next + 1;
    }
    if (is_public(i, end)) return std::nullopt;
    return end;
}

bool NameReader::is_public(std::size_t begin, std::size_t end) const {
    const auto& names = question_.public_names;
    bool surname = false;
    for (auto i = begin; i < end; ++i) surname = surname || (tokens()[i].letters > 1 && names.has_word(spelled(i)));
    for (auto i = begin; i < end; ++i) {
        if (tokens()[i].kind != TokenKind::word || names.has_word(spelled(i))) continue;
        if (!surname || !names.has_initial(spelled(i))) return false;
    }
    return true;
}

std::size_t NameReader::words_in(std::size_t begin, std::size_t end) const {
    std::size_t words = 0;
    for (auto i = begin; i < end; ++i) {
        if (is_kind(i, TokenKind::word) && tokens()[i].capital && tokens()[i].letters > 1) ++words;
    }
    return words;
}

std::size_t NameReader::name_before(std::size_t end) const {
    auto begin = end;
    while (begin > 0 && end - begin < longest_name && tokens()[begin - 1].capital && tokens()[begin - 1].kind == TokenKind::word) --begin;
    return begin == end ? end : skip_titles(begin);
}

bool NameReader::has_title(std::size_t i) const {
    return (i > 0 && is(i - 1, word::title)) || (i > 1 && is_mark(i - 1, U'.') && is(i - 2, word::title));
}

bool NameReader::is_opener(std::size_t i) const {
    const auto word = spelled(i);
    return word.ends_with("ly") || word.ends_with("ment") || word.ends_with("mente") || word.ends_with("ward") || word.ends_with("wards") ||
           is_one_of(i, openers);
}

bool NameReader::is_case_name(std::size_t begin) const {
    return begin > 1 && is_one_of(is_mark(begin - 1, U'.') ? begin - 2 : begin - 1, case_signs);
}

std::optional<std::size_t> NameReader::opening_name(std::size_t end, std::size_t least) const {
    const auto begin = name_before(end);
    if (begin == end || name_end(begin, false) != end) return std::nullopt;
    if (has_title(begin)) return begin;
    if (!begins_sentence(begin) && !is_mark(begin - 1, U"\"“«‘:;")) return std::nullopt;
    if (end - begin < least || (end - begin == 1 && is_opener(begin))) return std::nullopt;
    // "Using Skype, a girl ..."
    if (end - begin > 1 && spelled(begin).ends_with("ing")) return std::nullopt;
    return begin;
}

}  // namespace palermo
