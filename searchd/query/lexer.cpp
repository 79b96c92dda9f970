// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/lexer.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace palermo::query {
namespace {

/// " and the marks of other hands and keyboards: “ ” „ ‟ « » 「 」
constexpr std::array<std::string_view, 9> quotation_marks{
    "\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xE2\x80\x9F", "\xC2\xAB", "\xC2\xBB", "\xE3\x80\x8C", "\xE3\x80\x8D",
};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Letters of other scripts are not ASCII; which of those are punctuation the analyzer knows.
bool says_something(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

std::string folded_space(std::string_view text) {
    std::string folded;
    for (const char c : text) {
        if (!is_space(c))
            folded += c;
        else if (!folded.empty() && folded.back() != ' ')
            folded += ' ';
    }
    if (!folded.empty() && folded.back() == ' ') folded.pop_back();
    return folded;
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    std::vector<Lexeme> run() {
        while (skip_space(), position_ < text_.size()) read();
        add(TokenKind::end, position_, "");
        return std::move(lexemes_);
    }

private:
    void skip_space() {
        while (position_ < text_.size() && is_space(text_[position_])) ++position_;
    }

    /// The size of the quotation mark at `position`; 0 when there is none.
    std::size_t mark_at(std::size_t position) const {
        const auto rest = text_.substr(position);
        const auto found = std::ranges::find_if(quotation_marks, [&](std::string_view mark) { return rest.starts_with(mark); });
        return found == quotation_marks.end() ? 0 : found->size();
    }

    void add(TokenKind kind, std::size_t begin, std::string text) { lexemes_.push_back({kind, std::move(text), {begin, position_}}); }

    void read() {
        const auto begin = position_;
        if (mark_at(begin) > 0) return read_phrase();
        const char c = text_[begin];
        if (c == '(' || c == ')') {
            ++position_;
            return add(c == '(' ? TokenKind::open : TokenKind::close, begin, "");
        }
        if (negates(begin)) {
            ++position_;
            return add(TokenKind::not_, begin, "");
        }
        read_word();
    }

    bool negates(std::size_t position) const {
        if (text_[position] != '-' || position + 1 == text_.size()) return false;
        const char next = text_[position + 1];
        return !is_space(next) && next != '-' && next != ')';
    }

    void read_phrase() {
        const auto begin = position_;
        position_ += mark_at(begin);
        const auto content = position_;
        while (position_ < text_.size() && mark_at(position_) == 0) ++position_;
        auto words = folded_space(text_.substr(content, position_ - content));
        if (position_ == text_.size()) return add(TokenKind::unclosed_phrase, begin, std::move(words));
        position_ += mark_at(position_);
        if (says_something(words)) add(TokenKind::phrase, begin, std::move(words));
    }

    bool ends_word(std::size_t position) const { return position == text_.size() || is_space(text_[position]) || mark_at(position) > 0; }

    /// Behind the bracket that closes the one at `open` in the same word; `open` itself when none does.
    std::size_t behind_bracket(std::size_t open) const {
        int depth = 0;
        for (auto position = open; !ends_word(position); ++position) {
            if (text_[position] == '(') ++depth;
            if (text_[position] == ')' && --depth == 0) return position + 1;
        }
        return open;
    }

    void read_word() {
        const auto begin = position_;
        while (!ends_word(position_) && text_[position_] != ')') {
            const auto behind = text_[position_] == '(' ? behind_bracket(position_) : position_ + 1;
            if (behind == position_) break;
            position_ = behind;
        }
        auto word = std::string(text_.substr(begin, position_ - begin));
        if (word == "AND") return add(TokenKind::and_, begin, "");
        if (word == "OR") return add(TokenKind::or_, begin, "");
        if (word == "NOT") return add(TokenKind::not_, begin, "");
        if (says_something(word)) add(TokenKind::word, begin, std::move(word));
    }

    std::string_view text_;
    std::size_t position_ = 0;
    std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lex(std::string_view text) { return Lexer(text).run(); }

}  // namespace palermo::query
