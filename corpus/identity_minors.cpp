// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_minors.hpp"

#include "corpus/identity_dates.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace palermo {
namespace {

/// Older people may be anybody, and younger things are cars.
constexpr int youngest = 6;
constexpr int oldest = 17;

/// How many words may stand between "was" and the age: "was only just 15".
constexpr std::size_t most_adverbs = 3;

/// And before an age, in front of the name: "At the age of 15, Maria".
constexpr std::size_t most_words_before = 5;

constexpr auto being = std::to_array<std::string_view>({"is", "was", "turned", "being"});
constexpr auto having = std::to_array<std::string_view>({"a", "avait", "tenía", "tiene", "aveva", "ha", "было", "исполнилось"});
constexpr auto adverbs = std::to_array<std::string_view>(
    {"just",   "only",   "then",  "still",     "barely", "about",  "around",  "nearly",   "almost", "now",  "aged",
     "de",     "di",     "alors", "seulement", "à",      "peine",  "environ", "entonces", "sólo",   "solo", "unos",
     "apenas", "allora", "circa", "всего",     "лишь",   "только", "тогда",   "уже",      "едва"});
constexpr auto years = std::to_array<std::string_view>({"ans", "años", "anni", "лет"});
constexpr auto years_before_old = std::to_array<std::string_view>({"years", "year"});
constexpr auto behind_old = std::to_array<std::string_view>({"old", "of"});
/// What goes on after an age, where a number of anything else has that behind it.
constexpr auto going_on = std::to_array<std::string_view>({"when", "while", "at", "and", "or", "but"});

/// What a sentence begins with that has an age and then a name: "At 15, Maria"; and only with years: "A los 15 años, Rosa".
constexpr auto at = std::to_array<std::string_view>({"at"});
constexpr auto at_years = std::to_array<std::string_view>({"à", "a", "в"});

/// "Обвиняемому было 15 лет": an accused.
constexpr auto russian_adjectives = std::to_array<std::string_view>({"ому", "ему", "ой", "ей"});

class MinorFinder : private NameReader {
public:
    MinorFinder(const NameQuestion& question, IdentityHits& hits) : NameReader(question), hits_(hits) {}

    void run() {
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (is(i, word::age)) find_behind_age(i);
            if (!is_age(i)) continue;
            find_before_age(i);
            find_after_age(i);
        }
    }

private:
    [[nodiscard]] bool is_age(std::size_t i) const {
        if (is(i, word::childs_age)) return true;
        const auto number = number_at(text(), i);
        return number && *number >= youngest && *number <= oldest;
    }

    /// "the 17-year-old Maria", "17-летняя Анна".
    void find_behind_age(std::size_t i) {
        if (i < 2 || !is_mark(i - 1, U'-')) return;
        const auto number = i >= 4 && is_mark(i - 3, U'-') ? i - 4 : i - 2;
        // "a ten-year-old Ford" is a car.
        if (number > 0 && is(number - 1, word::indefinite)) return;
        if (is_age(number) && name_end(i + 1, false)) hits_.add(IdentityRule::victim_name, tokens()[i + 1].begin);
    }

    /// "Maria was only 15.", "Maria avait 15 ans", "Maria, aged 15,", "María, de 15 años,".
    void find_before_age(std::size_t i) {
        // "dix-sept"
        const auto number = i >= 2 && is_mark(i - 1, U'-') && is_age(i - 2) ? i - 2 : i;
        auto first = number;
        bool says_age = false;
        for (; first > 0 && number - first < most_adverbs && (is_one_of(first - 1, adverbs) || is(first - 1, word::age)); --first)
            says_age = says_age || is(first - 1, word::age);
        if (first < 2) return;
        const auto sign = first - 1;
        const bool in_years = is_one_of(i + 1, years);
        const bool is_told = is_one_of(sign, being)    ? says_age || ends_age(i + 1)
                             : is_one_of(sign, having) ? in_years
                                                       : is_comma(sign) && (says_age || in_years || is_old(i + 1));
        if (!is_told) return;
        if (const auto name = name_of(sign)) hits_.add(IdentityRule::victim_name, tokens()[*name].begin);
    }

    /// "At 15, Maria left", "Aged 15, Maria", "À l'âge de 15 ans, Fatou", "A los 15 años, Rosa".
    void find_after_age(std::size_t i) {
        const bool in_years = is_one_of(i + 1, years);
        const auto comma = in_years ? i + 2 : is_old(i + 1) ? i + 3 : i + 1;
        if (!is_comma(comma) || !name_end(comma + 1, false)) return;
        // The words before it must begin the sentence: elsewhere a place may follow the age of somebody without a name.
        auto first = i;
        while (i - first < most_words_before && !begins_sentence(first)) --first;
        if (!begins_sentence(first)) return;
        if (is(first, word::age) || is_one_of(first, at) || (in_years && is_one_of(first, at_years)))
            hits_.add(IdentityRule::victim_name, tokens()[comma + 1].begin);
    }

    /// "years old", "years of age".
    [[nodiscard]] bool is_old(std::size_t i) const { return is_one_of(i, years_before_old) && is_one_of(i + 1, behind_old); }

    [[nodiscard]] bool ends_age(std::size_t i) const {
        return ends(i) || is_comma(i) || is_mark(i, U";)") || is_one_of(i, going_on) || is_old(i);
    }

    /// The name that ends before `end`, unless the words before it say that it is a place, a thing or a party's.
    [[nodiscard]] std::optional<std::size_t> name_of(std::size_t end) const {
        auto begin = name_before(end);
        // "When Maria was 15"
        if (end - begin > 1 && begins_sentence(begin) && is(begin, word::not_name)) ++begin;
        if (begin == end || name_end(begin, false) != end) return std::nullopt;
        if (begins_sentence(begin)) return end - begin == 1 && can_open(begin) ? std::nullopt : std::optional(begin);
        if (is(begin - 1, word::small | word::place_in | word::indefinite | word::origin)) return std::nullopt;
        return is_case_name(begin) ? std::nullopt : std::optional(begin);
    }

    /// A word that has its capital only from where it stands.
    [[nodiscard]] bool can_open(std::size_t i) const {
        const auto ends_like_it = [word = spelled(i)](std::string_view ending) { return word.ends_with(ending); };
        return is_opener(i) || is(i, word::occupation) || std::ranges::any_of(russian_adjectives, ends_like_it);
    }

    IdentityHits& hits_;
};

}  // namespace

void find_minors(const NameQuestion& question, IdentityHits& hits) {
    const bool has_ages = question.text.has_digits || question.text.has(word::childs_age);
    if (question.capitals_tell && has_ages) MinorFinder(question, hits).run();
}

}  // namespace palermo
