// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_names.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace palermo {
namespace {

/// How far behind the word for a victim "named" or a stroke may stand, and how many words before it may describe her: "a 17-year-old Thai
/// girl".
constexpr std::size_t naming_distance = 7;
constexpr std::size_t most_modifiers = 7;

constexpr auto articles = std::to_array<std::string_view>({"the", "la", "le", "l", "el", "il"});
constexpr auto conjunctions = std::to_array<std::string_view>({"and", "et", "y", "e", "и"});
constexpr auto verbs_of_being =
    std::to_array<std::string_view>({"is",  "was", "were", "are", "est",   "était", "étaient", "sont", "furent", "es",   "era",
                                     "fue", "son", "è",    "fu",  "erano", "eran",  "fueron",  "sono", "был",    "была", "были"});
constexpr auto relatives = std::to_array<std::string_view>(
    {"who", "whose", "whom", "which", "qui", "dont", "que", "quien", "cuya", "cuyo", "che", "которая", "которой", "которую", "который"});
constexpr auto known_as = std::to_array<std::string_view>({"as", "comme", "como", "come"});
constexpr auto from_here_on = std::to_array<std::string_view>({"hereinafter", "hereafter", "далее"});
constexpr auto referred_to = std::to_array<std::string_view>({"called", "referred", "to", "as", "the"});
/// Before "worker", which is then somebody who helps; in French and Spanish behind it.
constexpr auto helpers = std::to_array<std::string_view>({"social", "case", "aid", "health", "support", "care", "outreach", "welfare",
                                                          "youth", "community", "charity", "relief", "shelter", "protection"});
constexpr auto social = std::to_array<std::string_view>({"social", "sociale", "sociales"});
/// Arabic has no capitals; these are given to many and are no words of another meaning.
constexpr auto arabic_names =
    std::to_array<std::string_view>({"فاطمة", "مريم",  "عائشة", "زينب", "خديجة", "سارة", "ليلى", "سلمى",    "رقية",  "سمية",
                                     "فتيحة", "نادية", "سعاد",  "محمد", "أحمد",  "حسين", "يوسف", "إبراهيم", "مصطفى", "عبدالله"});

constexpr std::u32string_view opening_quotes = U"\"“«‘";
constexpr std::u32string_view closing_quotes = U"\"”»’";

/// How a name is set off from the word for the victim before it.
enum class SetOff { by_nothing, by_comma, by_bracket, by_dash, by_quote, by_colon };

class NameFinder : private NameReader {
public:
    NameFinder(const NameQuestion& question, IdentityHits& hits) : NameReader(question), hits_(hits) {}

    void run() {
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (is(i, somebody)) look_around_somebody(i);
        }
    }

private:
    /// Tells of the name at `name` beside the word at `role`, unless that is somebody who helps victims.
    void found(std::size_t role, std::size_t name) {
        if (!is(role, word::victim) && ((role > 0 && is_one_of(role - 1, helpers)) || is_one_of(role + 1, social))) return;
        hits_.add(IdentityRule::victim_name, tokens()[name].begin);
    }

    void look_around_somebody(std::size_t i) {
        if (capitals_tell()) {
            find_beside(i);
            find_before(i);
            find_apposition(i);
            find_being(i);
            find_known_as(i);
        }
        find_after_slash(i);
        find_introduced(i);
        find_arabic(i);
        find_initials(i);
    }

    [[nodiscard]] bool is_dash(std::size_t i) const { return is_mark(i, U"-–—") && tokens()[i].after_space; }

    [[nodiscard]] SetOff set_off_at(std::size_t i) const {
        if (is_comma(i)) return SetOff::by_comma;
        if (is_mark(i, U'(')) return SetOff::by_bracket;
        if (is_dash(i)) return SetOff::by_dash;
        if (is_mark(i, opening_quotes) && tokens()[i].after_space) return SetOff::by_quote;
        return is_mark(i, U':') ? SetOff::by_colon : SetOff::by_nothing;
    }

    /// The "1" of "victim 1 (Maria)" and the "A" of "complainant A, Maria,".
    [[nodiscard]] bool is_label(std::size_t i) const {
        if (!is_kind(i, TokenKind::number) && !(is_kind(i, TokenKind::word) && tokens()[i].capital && tokens()[i].letters == 1))
            return false;
        return is_comma(i + 1) || is_mark(i + 1, U"(:");
    }

    /// "the victim Ms Maria Example", "the girl, Maria,", "the victim (Maria)", "victim 1: Maria Example".
    void find_beside(std::size_t i) {
        if (is_inside_title(i)) return;
        const auto sign = is(i, word::victim) && is_label(i + 1) ? i + 2 : i + 1;
        const auto set_off = set_off_at(sign);
        auto begin = set_off == SetOff::by_nothing ? sign : sign + 1;
        const bool enclosed = set_off == SetOff::by_comma || set_off == SetOff::by_bracket;
        if (enclosed && is_kind(begin, TokenKind::han)) return found(i, begin);
        if (set_off == SetOff::by_bracket) begin = skip_from_here_on(begin);
        // "la víctima, la Sra. Ejemplo,"
        if (set_off == SetOff::by_comma && is(begin, word::small | word::clitic) && is(begin + 1, word::title)) ++begin;
        begin = skip_titles(begin);
        const auto name = enclosed ? skip_initials(begin) : begin;
        const auto end = name_end(name, false);
        if (!end || !is_closed(i, set_off, *end)) return;
        if (set_off == SetOff::by_colon && (!is(i, word::victim) || words_in(name, *end) < 2)) return;
        found(i, begin);
    }

    /// "(hereinafter "Maria")".
    [[nodiscard]] std::size_t skip_from_here_on(std::size_t i) const {
        if (!is_one_of(i, from_here_on)) return i;
        for (++i; is_mark(i, opening_quotes) || is_one_of(i, referred_to);) ++i;
        return i;
    }

    /// "N. Example".
    [[nodiscard]] std::size_t skip_initials(std::size_t i) const {
        while (is_kind(i, TokenKind::word) && tokens()[i].capital && tokens()[i].letters == 1 && is_mark(i + 1, U'.') &&
               is_kind(i + 2, TokenKind::word)) {
            i += 2;
        }
        return i;
    }

    /// True when what sets a name off stands behind it as well, at `end`, or nothing sets it off.
    [[nodiscard]] bool is_closed(std::size_t role, SetOff set_off, std::size_t end) const {
        const auto behind = is_mark(end, U'.') && tokens()[end - 1].letters == 1 ? end + 1 : end;  // "Maria E."
        switch (set_off) {
            case SetOff::by_comma:
                if (is_of_relation(role)) return false;
                return (!is(role, word::people) && (is_comma(behind) || is_mark(behind, U'('))) || is_list(end);
            case SetOff::by_bracket: return is_mark(behind, U')') || (is_mark(behind, closing_quotes) && is_mark(behind + 1, U')'));
            case SetOff::by_dash: return is_dash(behind);
            case SetOff::by_quote: return is_mark(behind, closing_quotes);
            case SetOff::by_nothing:
            case SetOff::by_colon: return true;
        }
        return true;
    }

    /// "Ana, Rosa and Maria," from the end of the first name on.
    [[nodiscard]] bool is_list(std::size_t end) const {
        for (std::size_t names = 0; names < most_modifiers; ++names) {
            const bool last = is(end, word::small) && is_one_of(end, conjunctions);
            if (!last && !is_comma(end)) return false;
            const auto next = name_end(end + 1, false);
            if (!next) return false;
            end = *next;
            if (last) return is_comma(end) || is_mark(end, U')') || ends(end);
        }
        return false;
    }

    /// "No Child Left Behind", "Gender and Child Affairs"; lawyers write "the Victim", but not "the Child".
    [[nodiscard]] bool is_inside_title(std::size_t i) const {
        return tokens()[i].capital && !is(i, word::victim) && i > 0 && tokens()[i - 1].kind == TokenKind::word;
    }

    /// "la madre de la víctima, Rosa,": the name is the mother's.
    [[nodiscard]] bool is_of_relation(std::size_t i) const {
        while (i > 0 && is(i - 1, word::small | word::clitic | word::link)) --i;
        return i > 0 && is(i - 1, word::relation);
    }

    /// "Maria Example, the victim," and "Maria (the victim)".
    void find_before(std::size_t i) {
        if (!is(i, word::victim)) return;
        auto mark = i;
        while (mark > 0 && is(mark - 1, word::small | word::indefinite)) --mark;
        if (mark < 2) return;
        --mark;
        const bool comma = is_comma(mark) && (is_comma(i + 1) || is_mark(i + 1, U')') || ends(i + 1)) && !is_plural(i);
        const bool bracket = is_mark(mark, U'(') && is_mark(i + 1, U')');
        if (!comma && !bracket) return;
        const auto begin = name_before(mark);
        if (begin == mark || name_end(begin, false) != mark) return;
        if (begins_sentence(begin) ? mark - begin == 1 && is_opener(begin) : is(begin - 1, word::small | word::place_in)) return;
        if (is_case_name(begin)) return;
        found(i, begin);
    }

    /// "Prosecutors, victims, ..." is a list.
    [[nodiscard]] bool is_plural(std::size_t i) const { return spelled(i).ends_with('s'); }

    /// Before the words between an article and the word for a victim: "17-year-old Thai" in "a 17-year-old Thai girl".
    [[nodiscard]] std::size_t before_modifiers(std::size_t i) const {
        constexpr auto no_modifier = word::not_name | word::small | word::link | word::possessive | word::relation | word::title |
                                     word::indefinite | word::named | word::called;
        auto begin = i;
        for (; begin > 0 && i - begin < most_modifiers; --begin) {
            const auto& token = tokens()[begin - 1];
            const bool plain =
                token.kind == TokenKind::word && (!token.capital || is(begin - 1, word::origin)) && (token.classes & no_modifier) == 0;
            const bool first = is(begin - 1, word::link) && spelled(begin - 1) == "first";
            const bool number = token.kind == TokenKind::number || token.kind == TokenKind::code || is_mark(begin - 1, U"-‑");
            if (!plain && !first && !number) break;
        }
        return begin;
    }

    /// What may stand behind the word for a victim that says who somebody is, and not what she did.
    [[nodiscard]] bool goes_on_saying_who(std::size_t i) const {
        return is_comma(i) || is_mark(i, U')') || ends(i) || is_kind(i, TokenKind::number) ||
               is(i, word::small | word::age | word::birth | word::named | word::called) || is_one_of(i, relatives);
    }

    /// "Maria, a victim aged 17,", "Maria, one of the girls,", "Maria, victim of her uncle,": at the beginning of a sentence, since behind
    /// a verb and before such a comma stand places too.
    void find_apposition(std::size_t i) {
        const auto comma = comma_before_role(i);
        if (!comma || !goes_on_saying_who(i + 1)) return;
        if (const auto begin = opening_name(*comma, 1)) found(i, *begin);
    }

    [[nodiscard]] std::optional<std::size_t> comma_before_role(std::size_t i) const {
        const auto comma_at = [&](std::size_t at) { return at > 0 && is_comma(at - 1) ? std::optional(at - 1) : std::nullopt; };
        auto begin = i;
        while (begin > 0 && is(begin - 1, word::small | word::clitic) && !is(begin - 1, word::indefinite)) --begin;
        if (begin < i && begin > 0 && is(begin - 1, word::indefinite)) {
            --begin;
            // "l'une des victimes"
            return comma_at(begin > 1 && is_apostrophe(begin - 1) ? begin - 2 : begin);
        }
        if (is(i, word::people)) return std::nullopt;
        begin = before_modifiers(i);
        if (begin == 0) return std::nullopt;
        if (is(begin - 1, word::indefinite)) return comma_at(begin > 1 && is(begin - 2, word::indefinite) ? begin - 2 : begin - 1);
        // "the girl" most often is the one who does what follows.
        if (is(begin - 1, word::small | word::clitic)) {
            const auto comma = comma_at(begin - 1);
            return comma && is(i, word::victim) && is_one_of(begin - 1, articles) ? comma : std::nullopt;
        }
        const bool says_age = is_kind(begin, TokenKind::number) || is_kind(begin, TokenKind::code);
        const bool bare = begin == i && is(i, word::victim) && !is_plural(i);
        return says_age || bare ? comma_at(begin) : std::nullopt;
    }

    [[nodiscard]] bool is_being(std::size_t i) const { return is(i, word::link) && is_one_of(i, verbs_of_being); }

    /// "The victim was Maria Example.", "Maria Example was a victim of ...": two words at least, since an adjective may have a capital.
    void find_being(std::size_t i) {
        if (!is(i, word::victim)) return;
        if (is_being(i + 1)) {
            const auto end = name_end(skip_titles(i + 2), false);
            const bool closed = end && (ends(*end) || is_comma(*end) || (is(*end, word::small) && is_one_of(*end, conjunctions)));
            if (closed && words_in(i + 2, *end) >= 2) return found(i, i + 2);
        }
        const auto begin = before_modifiers(i);
        if (begin < 3 || !is(begin - 1, word::indefinite | word::small) || !is_being(begin - 2)) return;
        if (!is(begin - 1, word::indefinite) && !is_one_of(begin - 1, articles)) return;
        if (!goes_on_saying_who(i + 1)) return;
        if (const auto name = opening_name(begin - 2, 2)) found(i, *name);
    }

    /// Courts that write Arabic put a stroke before a name.
    void find_after_slash(std::size_t i) {
        auto next = i + 1;
        while (next < i + naming_distance && is(next, word::link | word::title)) ++next;
        if (is_mark(next, U'/') && next + 1 < tokens().size() && tokens()[next + 1].uncased && tokens()[next + 1].letters > 1 &&
            name_end(next + 1, true)) {
            found(i, next + 1);
        }
    }

    /// "المجني عليها فاطمة".
    void find_arabic(std::size_t i) {
        auto next = i + 1;
        while (is(next, word::link) && tokens()[next].uncased) ++next;
        if (is_comma(next)) ++next;
        if (!is_kind(next, TokenKind::word) || !tokens()[next].uncased) return;
        if (std::ranges::find(arabic_names, spelled(next)) != arabic_names.end()) found(i, next);
    }

    /// "a girl of fifteen named Maria", "the victim, whose name was Maria".
    void find_introduced(std::size_t i) {
        for (auto j = i + 1; j < std::min(tokens().size(), i + 1 + naming_distance) && !ends(j); ++j) {
            if (!is(j, word::named | word::name) && !(is(j, word::called) && introduces(i, j))) continue;
            auto begin = j + 1;
            while (is(begin, word::link | word::title | word::small) || is_mark(begin, U":\"“«") ||
                   (is_mark(begin, U'.') && is(begin - 1, word::title))) {
                ++begin;
            }
            const auto end = name_end(begin, true);
            if (!end || (*end < tokens().size() && spelled(*end) == "as")) continue;
            found(i, begin);
            return;
        }
    }

    /// "a girl called ...", "the victim, called ..." and "the victim is called Maria", but not "the girl called the police".
    [[nodiscard]] bool introduces(std::size_t somebody_at, std::size_t called) const {
        if (is_comma(called - 1) || is_apostrophe(called - 1)) return true;
        if (called == somebody_at + 2 && is_being(called - 1))
            return is_mark(called + 1, opening_quotes) || (is_kind(called + 1, TokenKind::word) && tokens()[called + 1].capital);
        if (called != somebody_at + 1) return is_one_of(called - 1, from_here_on);
        for (std::size_t back = 1; back <= 3 && back <= somebody_at; ++back) {
            if (is(somebody_at - back, word::indefinite)) return true;
        }
        return false;
    }

    /// "a woman known as Maria", "la víctima, identificada como María,".
    void find_known_as(std::size_t i) {
        if (is(i, word::people)) return;
        for (auto j = i + 1; j < std::min(tokens().size(), i + 1 + naming_distance) && !ends(j); ++j) {
            if (!is(j, word::known) || !is_one_of(j + 1, known_as)) continue;
            auto begin = j + 2;
            while (is_mark(begin, opening_quotes)) ++begin;
            begin = skip_titles(begin);
            if (name_end(begin, false) && !is(begin, word::origin)) found(i, begin);
            return;
        }
    }

    void find_initials(std::size_t i) {
        auto begin = i + 1;
        const bool set_off = is_comma(begin) || is_mark(begin, U'(');
        if (set_off) ++begin;
        while (is(begin, word::link) && tokens()[begin].uncased) ++begin;
        if (is_mark(begin, U'/')) ++begin;
        begin = skip_titles(begin);
        if (!is_kind(begin, TokenKind::word)) return;
        const auto& token = tokens()[begin];
        if (is_public_word(begin) || (token.classes & word::not_name & ~word::small) != 0) return;
        // Of "N. Example" the name has been told.
        if (hits_.has(IdentityRule::victim_name) && skip_initials(begin) > begin && name_end(skip_initials(begin), false)) return;
        const bool dotted = is_mark(begin + 1, U'.');
        const bool closed = is_comma(begin + 1) || is_mark(begin + 1, U')');
        const bool letter = token.capital && token.letters == 1 && (dotted || closed || !set_off);
        const bool letters = token.all_capitals && (token.letters == 2 || token.letters == 3) && (!set_off || closed) &&
                             !is_kind(begin + 1, TokenKind::number);
        const bool uncased =
            token.uncased && token.letters == 1 && dotted && begin + 2 < tokens().size() && tokens()[begin + 2].letters == 1;
        if (letter || letters || uncased) hits_.add(IdentityRule::initials, token.begin);
    }

    IdentityHits& hits_;
};

}  // namespace

void find_names(const NameQuestion& question, IdentityHits& hits) {
    if (question.text.has(somebody)) NameFinder(question, hits).run();
}

}  // namespace palermo
