// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_numbers.hpp"

#include "corpus/identity_dates.hpp"
#include "corpus/identity_token_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace palermo {
namespace {

/// What may stand between "passport" and its number.
constexpr auto kinds_of_document = std::to_array<std::string_view>({"card", "book", "carte", "tarjeta"});
/// Beginnings of what is done with a telephone.
constexpr auto calls = std::to_array<std::string_view>({"call", "phon", "rang", "dial", "reach", "contact", "text"});

/// How many tokens a number may stand behind the word that says whose number it is, and how far before a number "call" may stand.
constexpr std::size_t number_distance = 6;
constexpr std::size_t least_digits_of_telephone = 7;
/// Without a word for telephones.
constexpr std::size_t least_digits_called = 9;
constexpr std::size_t most_digits_called = 14;
/// Behind "passport number", behind "passport", and behind "passport was", where an amount may stand as well.
constexpr std::size_t least_digits_numbered = 4;
constexpr std::size_t least_digits_of_document = 6;
constexpr std::size_t least_digits_said = 8;
/// How many digits in words are a number, and how many tokens back the word for it may stand.
constexpr std::size_t least_digit_words = 5;
constexpr std::size_t digit_word_distance = 18;

class NumberFinder : private TokenReader {
public:
    NumberFinder(const TokenizedText& text, IdentityHits& hits) : TokenReader(text), hits_(hits) {}

    void run() {
        if (text().has(word::digit) && text().has(word::document | word::phone)) find_digit_words();
        if (!text().has_digits) return;
        if (text().has(word::document)) find_documents();
        find_telephones();
    }

private:
    void found(IdentityRule rule, std::size_t i) { hits_.add(rule, tokens()[i].begin); }

    [[nodiscard]] std::size_t digits_of(std::size_t i) const {
        if (is_kind(i, TokenKind::number)) return tokens()[i].letters;
        if (!is_kind(i, TokenKind::code)) return 0;
        std::size_t digits = 0;
        for (const char c : spelled(i)) digits += c >= '0' && c <= '9' ? 1 : 0;
        return digits;
    }

    /// Digits of the numbers from `i` on that only spaces, hyphens, brackets, dots and strokes part; `i` becomes the token behind them.
    [[nodiscard]] std::size_t run_of_digits(std::size_t& i, std::u32string_view joiners) const {
        std::size_t digits = 0;
        while (i < tokens().size()) {
            if (is_kind(i, TokenKind::number)) {
                digits += tokens()[i++].letters;
            } else if (is_mark(i, joiners) && (is_kind(i + 1, TokenKind::number) || is_mark(i + 1, joiners))) {
                ++i;
            } else {
                break;
            }
        }
        return digits;
    }

    /// "passport AB123456", "identity card no. 12 34 56", "passport (AB 1234567)"; an amount or a year is none.
    void find_documents() {
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (is(i, word::document)) find_number_of_document(i);
        }
    }

    void find_number_of_document(std::size_t i) {
        bool numbered = false;
        bool directly = true;
        bool said = false;
        for (auto j = i + 1; j < i + 1 + number_distance && !ends(j); ++j) {
            if (is_kind(j, TokenKind::number) || is_kind(j, TokenKind::code)) {
                const auto least = numbered ? least_digits_numbered : said ? least_digits_said : least_digits_of_document;
                if (directly && digits_of_document(j) >= least && (numbered || !is_season(j)) && !full_date_end(text(), j))
                    found(IdentityRule::document_number, j);
                return;
            }
            numbered = numbered || is(j, word::numbered) || is_mark(j, U"#:№");
            const bool says = spelled(j) == "was" || spelled(j) == "is";
            said = said || says;
            directly = numbered || (directly && (says || goes_on(j)));
        }
    }

    /// What may stand between a document and its number without "number".
    [[nodiscard]] bool goes_on(std::size_t i) const {
        const bool series = tokens()[i].all_capitals && tokens()[i].letters <= 3;
        return series || is(i, word::document) || is_mark(i, U"(:-") || is_one_of(i, kinds_of_document);
    }

    /// Digits of "AB1234567", "DE89 3704 0044", "12 34 56", "1.234.567".
    [[nodiscard]] std::size_t digits_of_document(std::size_t i) const {
        const bool code = is_kind(i, TokenKind::code);
        const bool thousands = !code && is_mark(i + 1, U'.') && is_kind(i + 2, TokenKind::number) && !tokens()[i + 2].after_space &&
                               tokens()[i + 2].letters == 3;
        auto behind = code ? i + 1 : i;
        return (code ? digits_of(i) : 0) + run_of_digits(behind, thousands ? U"-/ ." : U"-/ ");
    }

    /// "2001-02"
    [[nodiscard]] bool is_season(std::size_t i) const {
        const auto year = is_kind(i, TokenKind::number) && tokens()[i].letters == 4 ? number_at(text(), i) : std::nullopt;
        return year && *year >= 1900 && *year <= 2100 && is_mark(i + 1, U"-/") && is_kind(i + 2, TokenKind::number);
    }

    /// "her passport number was one two three four five"
    void find_digit_words() {
        std::size_t digits = 0;
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (is_mark(i, U"-,")) continue;
            digits = is(i, word::digit) ? digits + 1 : 0;
            if (digits == least_digit_words) tell_digit_words(i);
        }
    }

    void tell_digit_words(std::size_t i) {
        for (auto j = i; j > 0 && i - j < digit_word_distance && !tokens()[j - 1].ends_sentence; --j) {
            if (is(j - 1, word::document)) return found(IdentityRule::document_number, i);
            if (is(j - 1, word::phone)) return found(IdentityRule::telephone, i);
        }
    }

    /// A number behind a word for telephones, or one that begins with + as numbers of other countries do.
    void find_telephones() {
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (is_called_number(i)) return found(IdentityRule::telephone, i);
            const bool plus = is_mark(i, U"+＋") && is_kind(i + 1, TokenKind::number) && !tokens()[i + 1].after_space;
            if (!plus && !is(i, word::phone)) continue;
            // "Tel Aviv" is no telephone.
            if (!plus && tokens()[i].letters == 3 && i + 1 < tokens().size() && tokens()[i + 1].capital) continue;
            const auto last = plus ? i + 2 : end_of_sentence(i + 1, number_distance + 2);
            for (auto j = i + 1; j < std::min(last, tokens().size()); ++j) {
                if (!is_kind(j, TokenKind::number) || full_date_end(text(), j)) continue;
                const auto begin = j;
                if (run_of_digits(j, U"-()./ +") >= least_digits_of_telephone) return found(IdentityRule::telephone, begin);
            }
        }
    }

    /// "Call 081-234-5678", "her number was (02) 123 4567", "06 12 34 56 78": groups as telephones are written in, the first with a zero.
    [[nodiscard]] bool is_called_number(std::size_t i) const {
        if (!is_kind(i, TokenKind::number) || !spelled(i).starts_with('0') || !is_called(i)) return false;
        if (i > 0 && (is_kind(i - 1, TokenKind::number) || is(i - 1, word::document) || is_mark(i - 1, U"/№#-"))) return false;
        const auto first = tokens()[i].letters;
        std::size_t digits = first;
        std::size_t groups = 1;
        bool pairs = first == 2;
        bool long_groups = first >= 2 && first <= 5;
        for (auto next = next_group(i); next; next = next_group(*next)) {
            const auto size = tokens()[*next].letters;
            digits += size;
            ++groups;
            pairs = pairs && size == 2;
            long_groups = long_groups && (size == 3 || size == 4);
        }
        if (groups < 2 || digits < least_digits_called || digits > most_digits_called) return false;
        const bool from_abroad = first >= 4 && spelled(i).starts_with("00");
        return (pairs && groups == 5) || ((from_abroad || (long_groups && groups <= 4)) && !full_date_end(text(), i));
    }

    /// The number that goes on with the one at `i`, behind a space, a hyphen, a dot or the end of a bracket.
    [[nodiscard]] std::optional<std::size_t> next_group(std::size_t i) const {
        const auto glued = [&](std::size_t at) { return at < tokens().size() && !tokens()[at].after_space; };
        if (is_mark(i + 1, U')') || (is_mark(i + 1, U"-.") && glued(i + 1) && glued(i + 2))) ++i;
        return is_kind(i + 1, TokenKind::number) ? std::optional(i + 1) : std::nullopt;
    }

    /// True when "call" and its like, or "her number", stand before the number at `i`.
    [[nodiscard]] bool is_called(std::size_t i) const {
        for (std::size_t back = 1; back <= number_distance && back <= i && !tokens()[i - back].ends_sentence; ++back) {
            const auto word = i - back;
            if (is(word, word::numbered) && word > 0 && is(word - 1, word::possessive)) return true;
            if (begins_like(word, calls)) return true;
        }
        return false;
    }

    IdentityHits& hits_;
};

}  // namespace

void find_numbers(const TokenizedText& text, IdentityHits& hits) { NumberFinder(text, hits).run(); }

}  // namespace palermo
