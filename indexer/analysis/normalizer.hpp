// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace palermo {

/// A word folded in two steps.
struct FoldedWord {
    std::string exact;  ///< NFKC case folding, see fold_case
    std::string word;   ///< and without accents, see fold_word
};

/// What never makes another word: NFKC case folding; digits of every script as ASCII digits; Arabic vowel marks and tatweel, soft hyphens
/// and other invisible characters dropped; apostrophes made one; single letters with dots between them joined ("U.S.C." and "USC" are one
/// word). Broken UTF-8 becomes U+FFFD.
[[nodiscard]] std::string fold_case(std::string_view word);

/// A word as it is compared: fold_case, and accents of Latin and Greek letters folded away, forms of alef made one, alef maksura read as
/// yeh. The ligatures œ and æ are two letters, ø, ł and đ lose their strokes. Cyrillic й is a letter and stays; ё, which Russian writers
/// use at will, becomes е. Safe to call from many threads.
[[nodiscard]] std::string fold_word(std::string_view word);

/// Both at once.
[[nodiscard]] FoldedWord fold(std::string_view word);

}  // namespace palermo
