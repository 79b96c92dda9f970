// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_tokens.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// Questions to the tokens of a text, for the rules. A token that is not there has no classes, no kind and no spelling, so that nobody need
/// count.
class TokenReader {
public:
    explicit TokenReader(const TokenizedText& text) : text_(text), tokens_(text.tokens) {}

    [[nodiscard]] const TokenizedText& text() const { return text_; }
    [[nodiscard]] const std::vector<IdentityToken>& tokens() const { return tokens_; }

    [[nodiscard]] bool is(std::size_t i, WordClasses classes) const { return i < tokens_.size() && (tokens_[i].classes & classes) != 0; }
    [[nodiscard]] bool is_kind(std::size_t i, TokenKind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }
    [[nodiscard]] bool is_mark(std::size_t i, char32_t mark) const { return is_kind(i, TokenKind::mark) && tokens_[i].mark == mark; }
    [[nodiscard]] bool is_mark(std::size_t i, std::u32string_view marks) const {
        return is_kind(i, TokenKind::mark) && marks.find(tokens_[i].mark) != std::u32string_view::npos;
    }
    [[nodiscard]] bool ends(std::size_t i) const { return i >= tokens_.size() || tokens_[i].ends_sentence; }
    [[nodiscard]] bool begins_sentence(std::size_t i) const { return i == 0 || tokens_[i - 1].ends_sentence; }
    /// The token that ends the sentence of `from`, or the one `most` behind it when that comes first.
    [[nodiscard]] std::size_t end_of_sentence(std::size_t from, std::size_t most) const {
        auto end = from;
        while (end < from + most && !ends(end)) ++end;
        return end;
    }
    [[nodiscard]] std::string_view spelled(std::size_t i) const {
        return i < tokens_.size() ? text_.spelled(tokens_[i]) : std::string_view();
    }

    /// A word in small letters. It costs something: ask what is cheaper first.
    [[nodiscard]] std::string small(std::size_t i) const {
        std::string word;
        if (is_kind(i, TokenKind::word)) append_lower(spelled(i), word);
        return word;
    }
    [[nodiscard]] bool is_one_of(std::size_t i, std::span<const std::string_view> words) const {
        return is_kind(i, TokenKind::word) && std::ranges::find(words, small(i)) != words.end();
    }
    [[nodiscard]] bool begins_like(std::size_t i, std::span<const std::string_view> beginnings) const {
        const auto word = small(i);
        return std::ranges::any_of(beginnings, [&](auto beginning) { return word.starts_with(beginning); });
    }

private:
    const TokenizedText& text_;
    const std::vector<IdentityToken>& tokens_;
};

}  // namespace palermo
