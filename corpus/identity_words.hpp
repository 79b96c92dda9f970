// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace palermo {

/// What a word can mean to the identity lint; a word may mean several things.
using WordClasses = std::uint64_t;

namespace word {
inline constexpr WordClasses victim = 1ULL << 0U;         ///< somebody who was harmed: victim, complainant, applicant
inline constexpr WordClasses person = 1ULL << 1U;         ///< who in these cases most often is one: girl, woman, child
inline constexpr WordClasses people = 1ULL << 2U;         ///< the same, several
inline constexpr WordClasses named = 1ULL << 3U;          ///< brings a name: named, prénommée
inline constexpr WordClasses called = 1ULL << 4U;         ///< may bring a name, or be a verb of its own
inline constexpr WordClasses name = 1ULL << 5U;           ///< name, nombre, имя
inline constexpr WordClasses link = 1ULL << 6U;           ///< is, was, of: what may stand between those and a name
inline constexpr WordClasses title = 1ULL << 7U;          ///< Ms, Mme, Sra.
inline constexpr WordClasses not_name = 1ULL << 8U;       ///< written with a capital and no name of a person: Support, Monday
inline constexpr WordClasses small = 1ULL << 9U;          ///< prepositions and articles
inline constexpr WordClasses indefinite = 1ULL << 10U;    ///< a, une, una
inline constexpr WordClasses relation = 1ULL << 11U;      ///< mother, sœur, сестра
inline constexpr WordClasses possessive = 1ULL << 12U;    ///< her, sa, её
inline constexpr WordClasses birth = 1ULL << 13U;         ///< born, naissance
inline constexpr WordClasses month = 1ULL << 14U;         ///< May, mayo, мая
inline constexpr WordClasses phone = 1ULL << 15U;         ///< telephone, portable
inline constexpr WordClasses document = 1ULL << 16U;      ///< passport, identity, account
inline constexpr WordClasses numbered = 1ULL << 17U;      ///< number, no, n°
inline constexpr WordClasses street_after = 1ULL << 18U;  ///< Street, Road: behind number and name
inline constexpr WordClasses street = 1ULL << 19U;        ///< rue, calle, улица: before the name
inline constexpr WordClasses handle = 1ULL << 20U;        ///< username, profile, account
inline constexpr WordClasses platform = 1ULL << 21U;      ///< Facebook, ВКонтакте
inline constexpr WordClasses age = 1ULL << 22U;           ///< aged, old, âgée: what only an age stands beside
inline constexpr WordClasses occupation = 1ULL << 23U;    ///< nurse, étudiante
inline constexpr WordClasses place_in = 1ULL << 24U;      ///< in, à, en: before a town
inline constexpr WordClasses clitic = 1ULL << 25U;        ///< particles inside a name or address: de, la, von
inline constexpr WordClasses country = 1ULL << 26U;       ///< the name of a country; in English its adjective too
inline constexpr WordClasses origin = 1ULL << 27U;        ///< an adjective or noun made of a country's name
inline constexpr WordClasses sign = 1ULL << 28U;          ///< a sign of an address written out: dot, arroba
inline constexpr WordClasses digit = 1ULL << 29U;         ///< one digit as a word: seven, siete
inline constexpr WordClasses ordinal = 1ULL << 30U;       ///< a day of a month as a word: third, trois, третьего
inline constexpr WordClasses known = 1ULL << 31U;         ///< known, identified: bring a name with "as" behind them
inline constexpr WordClasses childs_age = 1ULL << 32U;    ///< how old a child is, as a word: six to seventeen
}  // namespace word

/// Words of one class in one language, small letters, a space between two. "потерпевш*" is every word that begins so.
struct IdentityWordList {
    std::string_view lang;
    WordClasses classes;
    std::string_view words;
};

/// English, French, Spanish, Russian, Arabic, German and Italian; Chinese, which has no spaces, is in identity_han. Lists for "" hold for
/// every language.
[[nodiscard]] std::span<const IdentityWordList> identity_word_lists();

}  // namespace palermo
