// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What moves a hit up or down beside BM25 over the body. Chosen with ./dev eval; README, "Measured", says how.
namespace palermo::weights {

/// A word exactly as typed, as a share of the weight of that form, above its weight in any inflection.
inline constexpr double as_typed = 0.35;

/// A word in the title, as a share of its weight there. Measured: with its full weight it ruins the ranking, since a title is short and its
/// words are rare in that field.
inline constexpr double title = 0.2;

/// A word with the accents that were typed, as a share of what the word can weigh at most.
inline constexpr double accents = 0.01;

/// A Chinese or Japanese word that a dictionary may have cut otherwise in the text, as a share of the weight of its pairs of characters.
inline constexpr double han_pairs = 0.25;

/// Words side by side in the query that stand so in the text, as a share of their weight.
inline constexpr double nearness = 0.4;

/// Where any of the words will do, one that is rarer than e to the power of minus this counts in full, a commoner one the less: the usual
/// words of a question are not what it is about.
inline constexpr double full_rarity = 2.5;
inline constexpr double least_rarity = 0.05;

/// Where a case was decided: added to scores that are usually 5 to 30, it decides between equals only.
inline constexpr double highest_court = 0.15;
inline constexpr double court_of_appeal = 0.08;

/// Where any of the words will do, one that is also the label of a concept is first of all a word: what is catalogued under the concept, or
/// says it otherwise, counts for this share of what it would count for elsewhere.
inline constexpr double label_among_words = 0.05;

/// A text that only says what a concept is called in some language.
inline constexpr double label_words = 0.1;

/// The catalogue's word counts for more than any text's: a case catalogued under a legal concept that the query names gets as much as the
/// query's words can give at most, one catalogued under an evidential issue more than both together.
inline constexpr double legal_concept = 1.5;
inline constexpr double evidential_issue = 4.0;

/// Beside a named case everything else is an also-ran.
inline constexpr double named_case = 1'000.0;

}  // namespace palermo::weights
