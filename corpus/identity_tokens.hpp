// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_lexicon.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

enum class TokenKind : std::uint8_t {
    word,    ///< letters
    number,  ///< digits of any script
    code,    ///< letters and digits together: V1, AB1234567
    han,     ///< a run of Chinese characters
    mark,    ///< one character that is none of these
};

/// A piece of a text; white space is between two tokens and in none.
struct IdentityToken {
    TokenKind kind = TokenKind::mark;
    bool capital = false;        ///< a word that begins with a capital letter
    bool all_capitals = false;   ///< and has no other letters
    bool uncased = false;        ///< a word of a script without capitals
    bool after_space = false;    ///< white space stands before it
    bool ends_sentence = false;  ///< a mark that does
    std::uint16_t letters = 0;   ///< characters of it
    std::uint32_t begin = 0;     ///< byte in the text
    std::uint32_t end = 0;
    WordClasses classes = 0;  ///< of a word
    char32_t mark = 0;        ///< of a mark
};

/// A text cut into tokens, with what all of its words mean together: a rule whose words are not there need not look.
struct TokenizedText {
    std::string_view text;
    std::vector<IdentityToken> tokens;
    WordClasses classes = 0;
    bool has_han = false;
    bool has_digits = false;

    [[nodiscard]] bool has(WordClasses wanted) const { return (classes & wanted) != 0; }
    [[nodiscard]] std::string_view spelled(const IdentityToken& token) const { return text.substr(token.begin, token.end - token.begin); }
};

/// Cuts `text` into `out`, whose memory is used again.
void tokenize(std::string_view text, const IdentityLexicon& lexicon, TokenizedText& out);

/// Small letters; for words that are compared outside the lexicon.
void append_lower(std::string_view word, std::string& out);

}  // namespace palermo
