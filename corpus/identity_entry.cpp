// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_entry.hpp"

#include <algorithm>
#include <array>

namespace palermo {
namespace {

constexpr auto age_words = std::to_array<std::string_view>(
    {"adult",   "adults",     "about",     "approximately", "around",   "between",  "early",    "eight",    "eighteen",  "eleven",
     "fifteen", "five",       "four",      "fourteen",      "infant",   "late",     "less",     "mid",      "middle",    "minor",
     "minors",  "more",       "mostly",    "nine",          "nineteen", "not",      "over",     "seven",    "seventeen", "six",
     "sixteen", "some",       "stated",    "ten",           "thirteen", "thirty",   "three",    "twelve",   "twenty",    "two",
     "under",   "underage",   "unknown",   "young",         "younger",  "younger",  "various",  "adulte",   "adultes",   "adulta",
     "adulto",  "adultas",    "entre",     "environ",       "jeune",    "moins",    "plus",     "unos",     "unas",      "menos",
     "más",     "mayor",      "mayores",   "desconocida",   "inconnu",  "inconnue", "взрослая", "взрослые", "около",     "менее",
     "более",   "неизвестно", "erwachsen", "etwa",          "unter",    "über",     "circa"});
constexpr auto id_words = std::to_array<std::string_view>(
    {"victim", "victims",  "complainant", "applicant", "claimant", "plaintiff", "migrant", "migrants", "worker",   "workers", "girl",
     "girls",  "boy",      "boys",        "woman",     "women",    "man",       "men",     "child",    "children", "minor",   "minors",
     "adult",  "adults",   "group",       "person",    "persons",  "people",    "family",  "families", "donor",    "donors",  "passengers",
     "others", "other",    "first",       "second",    "third",    "fourth",    "younger", "older",    "elder",    "sister",  "brother",
     "mother", "daughter", "son",         "parents",   "vic",      "fifth",     "couple",  "deceased"});

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_neutral_part(std::string_view part) {
    const auto letters_end = std::ranges::find_if_not(part, is_small_letter);
    const std::string_view letters(part.begin(), letters_end);
    const auto* const digits_end = std::find_if_not(letters_end, part.end(), is_digit);
    // "2b"
    if (digits_end != part.end() && (digits_end == letters_end || digits_end + 1 != part.end())) return false;
    return letters.size() <= 2 || std::ranges::find(id_words, letters) != id_words.end();
}

}  // namespace

bool holds_name(const TokenizedText& age) {
    constexpr auto brings_name = word::named | word::called | word::name;
    constexpr auto no_name = word::victim | word::person | word::people | word::small | word::age | word::not_name | word::month;
    return std::ranges::any_of(age.tokens, [&](const IdentityToken& token) {
        if (token.kind != TokenKind::word) return false;
        if ((token.classes & brings_name) != 0) return true;
        if (!token.capital || token.letters < 2 || (token.classes & no_name) != 0) return false;
        std::string small;
        append_lower(age.spelled(token), small);
        return std::ranges::find(age_words, small) == age_words.end();
    });
}

bool is_neutral_id(std::string_view id) {
    std::string small;
    append_lower(id, small);
    std::string_view rest = small;
    while (!rest.empty()) {
        const auto end = std::min(rest.find_first_of("-._"), rest.size());
        if (!is_neutral_part(rest.substr(0, end))) return false;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return true;
}

}  // namespace palermo
