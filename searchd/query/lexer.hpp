// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/query/ast.hpp"
#include "searchd/query/fields.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::query {

enum class TokenKind { word, phrase, unclosed_phrase, and_, or_, not_, near, field, open, close, end };

struct Lexeme {
    TokenKind kind = TokenKind::end;
    std::string text;  ///< of a word as typed; of a phrase what stands between the marks, white space folded
    Span span;
    Phrase phrase{};                   ///< of a phrase: how it is meant; its text is `text`
    Near near{};                       ///< of a nearness: all but the operands
    std::optional<FieldName> field{};  ///< of a field
};

/// Takes a query apart; never fails. Words are what stands between white space, so that "R.A. 9208", "act/means" and "3(a)" stay whole: a
/// bracket opens a group only where a word could begin, and a hyphen negates only there. AND, OR and NOT are operators in capitals only;
/// nearness is NEAR/5, ADJ/5, /s, /p, and as other systems spell it /5, w/5, w/s, +5, +s, pre/5. A field is its name and a colon.
/// Quotation marks of all usual kinds open and close a phrase. Punctuation alone is no word and is passed over. The last lexeme is `end`.
[[nodiscard]] std::vector<Lexeme> lex(std::string_view text);

}  // namespace palermo::query
