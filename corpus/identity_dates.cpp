// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_dates.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace palermo {
namespace {

bool is_mark(const TokenizedText& text, std::size_t i, std::u32string_view marks) {
    return i < text.tokens.size() && text.tokens[i].kind == TokenKind::mark && marks.find(text.tokens[i].mark) != std::u32string_view::npos;
}

bool is_word(const TokenizedText& text, std::size_t i, WordClasses classes) {
    return i < text.tokens.size() && (text.tokens[i].classes & classes) != 0;
}

bool between(const TokenizedText& text, std::size_t i, int least, int most) {
    const auto number = number_at(text, i);
    return number && *number >= least && *number <= most;
}

bool is_spelled(const TokenizedText& text, std::size_t i, std::string_view word) {
    return i < text.tokens.size() && text.tokens[i].kind == TokenKind::word && text.spelled(text.tokens[i]) == word;
}

/// 1994, 1415 of the Islamic calendar, 2537 of the Thai one.
bool is_year(const TokenizedText& text, std::size_t i) {
    if (between(text, i, 1900, 2100)) return true;
    return i < text.tokens.size() && text.tokens[i].letters == 4 && (between(text, i, 1300, 1450) || between(text, i, 2430, 2580));
}

/// How years in words begin.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> written_years{{{"two", "thousand"},
                                                                                      {"mil", "novecientos"},
                                                                                      {"dos", "mil"},
                                                                                      {"mil", "neuf"},
                                                                                      {"deux", "mille"},
                                                                                      {"тысяча", "девятьсот"},
                                                                                      {"две", "тысячи"}}};

/// Behind the year at `i`, or behind the beginning of one in words.
std::optional<std::size_t> year_end(const TokenizedText& text, std::size_t i) {
    if (is_year(text, i) || is_spelled(text, i, "nineteen")) return i + 1;
    for (const auto& [first, second] : written_years) {
        if (is_spelled(text, i, first) && is_spelled(text, i + 1, second)) return i + 2;
    }
    return std::nullopt;
}

/// A day of a month: "3", "3rd", "third".
bool is_day(const TokenizedText& text, std::size_t i) { return between(text, i, 1, 31) || is_word(text, i, word::ordinal); }

/// "3 May 1994", "3. Mai 1994", "03-May-1994", "3 de mayo de 1994", "the 3rd day of May, 1994", "третьего мая 1994".
std::optional<std::size_t> day_month_year(const TokenizedText& text, std::size_t i) {
    if (!is_day(text, i)) return std::nullopt;
    auto next = i + 1;
    while (is_mark(text, next, U".º°-/‑–") || is_word(text, next, word::small | word::clitic) || is_spelled(text, next, "day")) ++next;
    if (!is_word(text, next, word::month)) return std::nullopt;
    ++next;
    // "كانون الثاني" and its like are months of two words.
    if (next < text.tokens.size() && text.tokens[next].uncased) ++next;
    while (is_mark(text, next, U",.،-/‑–") || is_word(text, next, word::small | word::clitic) || is_spelled(text, next, "año")) ++next;
    return year_end(text, next);
}

/// "May 3, 1994", "May the third, 1994".
std::optional<std::size_t> month_day_year(const TokenizedText& text, std::size_t i) {
    if (!is_word(text, i, word::month)) return std::nullopt;
    auto next = i + 1;
    while (is_mark(text, next, U".") || is_word(text, next, word::small)) ++next;
    if (!is_day(text, next)) return std::nullopt;
    ++next;
    if (is_mark(text, next, U",،")) ++next;
    return year_end(text, next);
}

/// "V" in "3.V.1994".
bool is_roman_month(const TokenizedText& text, std::size_t i) {
    constexpr auto months = std::to_array<std::string_view>({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"});
    return std::ranges::find(months, text.spelled(text.tokens[i])) != months.end();
}

/// "1994-05-03", "03.05.1994", "3/5/94", "3.V.1994".
std::optional<std::size_t> numbers_only(const TokenizedText& text, std::size_t i) {
    if (i + 4 >= text.tokens.size() || !is_mark(text, i + 1, U"-./‑–") || !is_mark(text, i + 3, U"-./‑–")) return std::nullopt;
    if (text.tokens[i + 1].mark != text.tokens[i + 3].mark) return std::nullopt;
    const bool year_first = is_year(text, i) && between(text, i + 2, 1, 12) && between(text, i + 4, 1, 31);
    const bool year_last = between(text, i, 1, 31) && (between(text, i + 2, 1, 31) || is_roman_month(text, i + 2)) &&
                           (is_year(text, i + 4) || (text.tokens[i + 4].letters == 2 && between(text, i + 4, 0, 99)));
    return year_first || year_last ? std::optional(i + 5) : std::nullopt;
}

/// "1994年5月3日".
std::optional<std::size_t> chinese(const TokenizedText& text, std::size_t i) {
    const auto says = [&](std::size_t at, std::string_view han) {
        return at < text.tokens.size() && text.tokens[at].kind == TokenKind::han && text.spelled(text.tokens[at]).starts_with(han);
    };
    const bool is_date = is_year(text, i) && says(i + 1, "年") && between(text, i + 2, 1, 12) && says(i + 3, "月") &&
                         between(text, i + 4, 1, 31) && (says(i + 5, "日") || says(i + 5, "号"));
    return is_date ? std::optional(i + 6) : std::nullopt;
}

}  // namespace

std::optional<int> number_at(const TokenizedText& text, std::size_t i) {
    if (i >= text.tokens.size()) return std::nullopt;
    const auto& token = text.tokens[i];
    if (token.kind != TokenKind::number && token.kind != TokenKind::code) return std::nullopt;
    const auto spelled = text.spelled(token);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(spelled.data());
    const auto length = static_cast<std::int32_t>(spelled.size());
    int value = 0;
    int digits = 0;
    for (std::int32_t at = 0; at < length;) {
        UChar32 character = 0;
        U8_NEXT(bytes, at, length, character);
        const auto digit = u_charDigitValue(character);
        if (digit < 0) break;
        if (++digits > 9) return std::nullopt;
        value = value * 10 + digit;
    }
    return digits > 0 ? std::optional(value) : std::nullopt;
}

std::optional<std::size_t> full_date_end(const TokenizedText& text, std::size_t i) {
    for (const auto form : {day_month_year, month_day_year, numbers_only, chinese}) {
        if (const auto end = form(text, i)) return end;
    }
    return std::nullopt;
}

bool has_full_date(const TokenizedText& text, std::size_t from, std::size_t to) {
    for (auto i = from; i < std::min(to, text.tokens.size()); ++i) {
        if (full_date_end(text, i)) return true;
    }
    return false;
}

}  // namespace palermo
