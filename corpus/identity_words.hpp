// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace palermo {

/// What a word can mean to the identity lint; a word may mean several things.
using WordClasses = std::uint32_t;

namespace word {
inline constexpr WordClasses victim = 1U << 0U;         ///< somebody who was harmed: victim, complainant, applicant
inline constexpr WordClasses person = 1U << 1U;         ///< who in these cases most often is one: girl, woman, child
inline constexpr WordClasses people = 1U << 2U;         ///< the same, several
inline constexpr WordClasses named = 1U << 3U;          ///< brings a name: named, prénommée
inline constexpr WordClasses called = 1U << 4U;         ///< may bring a name, or be a verb of its own
inline constexpr WordClasses name = 1U << 5U;           ///< name, nombre, имя
inline constexpr WordClasses link = 1U << 6U;           ///< is, was, of: what may stand between those and a name
inline constexpr WordClasses title = 1U << 7U;          ///< Ms, Mme, Sra.
inline constexpr WordClasses not_name = 1U << 8U;       ///< written with a capital and no name of a person: Support, Monday
inline constexpr WordClasses small = 1U << 9U;          ///< prepositions and articles
inline constexpr WordClasses indefinite = 1U << 10U;    ///< a, une, una
inline constexpr WordClasses relation = 1U << 11U;      ///< mother, sœur, сестра
inline constexpr WordClasses possessive = 1U << 12U;    ///< her, sa, её
inline constexpr WordClasses birth = 1U << 13U;         ///< born, naissance
inline constexpr WordClasses month = 1U << 14U;         ///< May, mayo, мая
inline constexpr WordClasses phone = 1U << 15U;         ///< telephone, portable
inline constexpr WordClasses document = 1U << 16U;      ///< passport, identity, account
inline constexpr WordClasses numbered = 1U << 17U;      ///< number, no, n°
inline constexpr WordClasses street_after = 1U << 18U;  ///< Street, Road: behind number and name
inline constexpr WordClasses street = 1U << 19U;        ///< rue, calle, улица: before the name
inline constexpr WordClasses handle = 1U << 20U;        ///< username, profile, account
inline constexpr WordClasses platform = 1U << 21U;      ///< Facebook, ВКонтакте
inline constexpr WordClasses age = 1U << 22U;           ///< aged, old, âgée: what only an age stands beside
inline constexpr WordClasses occupation = 1U << 23U;    ///< nurse, étudiante
inline constexpr WordClasses place_in = 1U << 24U;      ///< in, à, en: before a town
inline constexpr WordClasses clitic = 1U << 25U;        ///< particles inside a name or address: de, la, von
inline constexpr WordClasses country = 1U << 26U;       ///< the name of a country; in English its adjective too
inline constexpr WordClasses origin = 1U << 27U;        ///< an adjective or noun made of a country's name
inline constexpr WordClasses sign = 1U << 28U;          ///< a sign of an address written out: dot, arroba
inline constexpr WordClasses digit = 1U << 29U;         ///< one digit as a word: seven, siete
inline constexpr WordClasses ordinal = 1U << 30U;       ///< a day of a month as a word: third, trois, третьего
inline constexpr WordClasses known = 1U << 31U;         ///< known, identified: bring a name with "as" behind them
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
