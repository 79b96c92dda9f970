// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// The layout of the index: every term prefix, every value slot, and what they hold. Builder, planner, `show` and the golden test read this
/// table; nothing else spells a prefix or a slot number. Prefixes follow Xapian's convention (Q id, S title, Z stem, X... ours).
namespace palermo::layout {

/// Raised when a reader of the previous number could no longer understand an index, or a reader of this one an index of the previous.
inline constexpr int format_version = 9;

/// Free text. Each word stands under its stem, a word without one under itself: all forms of a word are one posting list. The terms have no
/// positions: which form stands where is in the forward index (see forward_index.hpp), which answers words as written, phrases and
/// nearness.
struct TextField {
    std::string_view name;
    std::string_view prefix;  ///< the terms' is 'Z' + this; alone before a word as written, which the forward index understands
    std::string_view holds;
};

inline constexpr TextField body{"body", "", "all prose: title, facts, reasoning, commentary, history, descriptions of proceedings"};
inline constexpr TextField title{"title", "S", "the title of the case"};
inline constexpr TextField court{"court", "XK", "the names of the courts"};
inline constexpr TextField party{"party", "XP", "the title of the case, and the names of defendants"};
inline constexpr std::array text_fields{body, title, court, party};
inline constexpr std::string_view stem_prefix = "Z";

/// Its index into text_fields.
[[nodiscard]] constexpr std::size_t number_of(const TextField& field) {
    std::size_t number = 0;
    while (text_fields[number].prefix != field.prefix) ++number;
    return number;
}

/// What all words of a stem stand under.
[[nodiscard]] std::string stem_term(const TextField& field, std::string_view stem);
/// What names a word as written where words are looked for in the forward index. No document has such a term.
[[nodiscard]] std::string written_term(const TextField& field, std::string_view word);

/// One of them, taken apart.
struct TextTerm {
    std::size_t field = 0;  ///< index into text_fields
    bool is_stem = false;
    std::string_view content;  ///< the word or the stem; cut off when the term is as long as a term can be
};
/// Nothing for a term of another kind.
[[nodiscard]] std::optional<TextTerm> read_text_term(std::string_view term);

/// A word of the body that is written with accents: the folded word, `accent_separator`, the word as accented.
inline constexpr std::string_view accented_prefix = "XE";
inline constexpr char accent_separator = '|';

/// Two Han characters that stand side by side in the body, however a dictionary cuts them into words.
inline constexpr std::string_view han_pair_prefix = "XH";

/// Words of a paragraph that an evidential issue is tagged with count this often: it is what the case is looked for.
inline constexpr unsigned tagged_paragraph_weight = 2;

/// Boolean terms: one a value, with no weight. The content follows the prefix; a colon stands between when it begins with a capital.
struct BooleanField {
    std::string_view name;
    std::string_view prefix;
    std::string_view holds;
};

inline constexpr BooleanField id{"id", "Q", "our id of the case"};
inline constexpr BooleanField text_language{"lang", "L", "each language the case has prose in"};
inline constexpr BooleanField identifier{"identifier", "XN", "each identifier and case number, letters and digits only, folded"};
inline constexpr BooleanField docket{"docket", "XD", "those of them that are numbers of a court's files"};
inline constexpr BooleanField evidential_issue{"evidential-issue", "XI",
                                               "each evidential issue and all concepts above it; or not-recorded"};
inline constexpr BooleanField legal_concept{"legal-concept", "XC", "each legal concept and all concepts above it; or not-recorded"};
inline constexpr BooleanField outcome{"outcome", "XO", "the outcome of the latest proceeding that states one; or not-recorded"};
inline constexpr BooleanField crime_type{"crime-type", "XT", "each crime type; or not-recorded"};
inline constexpr BooleanField jurisdiction{"jurisdiction", "XJ", "country or international body of the court; or not-recorded"};
inline constexpr BooleanField court_level{"court-level", "XL", "level of the latest court that is recorded; or not-recorded"};
inline constexpr BooleanField year{"year", "XY", "year of the latest decision with a date; or not-recorded"};
inline constexpr std::array boolean_fields{id,         text_language, identifier,  docket, evidential_issue, legal_concept, outcome,
                                           crime_type, jurisdiction,  court_level, year};

[[nodiscard]] const BooleanField& boolean_field(Facet facet);

/// Value slots.
struct ValueSlot {
    std::string_view name;
    unsigned slot;
    std::string_view holds;
};

inline constexpr ValueSlot decided_earliest{"decided-earliest", 0, "first day the decision can have been given, YYYYMMDD; absent: undated"};
inline constexpr ValueSlot decided_latest{"decided-latest", 1, "last day the decision can have been given, YYYYMMDD; absent: undated"};
inline constexpr ValueSlot longest_sentence{"longest-sentence", 2,
                                            "the longest prison sentence in months, six digits; life is 900000; absent: none recorded"};
inline constexpr std::array value_slots{decided_earliest, decided_latest, longest_sentence};

/// The value of `longest_sentence`; also of the bounds of a range.
inline constexpr unsigned life_in_months = 900'000;
[[nodiscard]] std::string sentence_value(unsigned months);

/// Distance left between the positions of two paragraphs, so that no phrase spans them.
inline constexpr unsigned paragraph_gap = 100;

/// Xapian's limit in bytes, in which a zero byte counts twice.
inline constexpr std::size_t longest_term = 245;

/// A boolean term or a prefixed word: applies the colon rule and the length limit (longer content keeps a hash as its tail).
[[nodiscard]] std::string make_term(std::string_view prefix, std::string_view content);

}  // namespace palermo::layout
