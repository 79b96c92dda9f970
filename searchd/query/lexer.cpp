// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/lexer.hpp"

#include "searchd/query/nearness.hpp"

#include <algorithm>
#include <array>
#include <charconv>
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

    Lexeme& add(TokenKind kind, std::size_t begin, std::string text) {
        return lexemes_.emplace_back(Lexeme{.kind = kind, .text = std::move(text), .span = {begin, position_}});
    }

    void read() {
        const auto begin = position_;
        if (mark_at(begin) > 0) return read_phrase();
        const char c = text_[begin];
        if (c == '(' || c == ')') {
            ++position_;
            add(c == '(' ? TokenKind::open : TokenKind::close, begin, "");
        } else if (negates(begin)) {
            ++position_;
            add(TokenKind::not_, begin, "");
        } else if (!read_field()) {
            read_word();
        }
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
        if (position_ == text_.size()) {
            add(TokenKind::unclosed_phrase, begin, std::move(words));
            return;
        }
        position_ += mark_at(position_);
        const auto meant = read_manner();
        if (says_something(words)) add(TokenKind::phrase, begin, std::move(words)).phrase = meant;
    }

    /// The "~" or "~5" behind a phrase. A number that no distance can be is left to the words.
    Phrase read_manner() {
        Phrase manner;
        if (position_ == text_.size() || text_[position_] != '~') return manner;
        ++position_;
        manner.stemmed = true;
        const auto* begin = text_.data() + position_;
        unsigned distance = 0;
        const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), distance);
        if (error == std::errc() && distance >= 1 && distance <= max_distance) {
            manner.within = distance;
            position_ += static_cast<std::size_t>(end - begin);
        }
        return manner;
    }

    /// "title:", also with a space behind it.
    bool read_field() {
        const auto begin = position_;
        auto end = begin;
        while (end < text_.size() && ((text_[end] >= 'a' && text_[end] <= 'z') || (text_[end] >= 'A' && text_[end] <= 'Z'))) ++end;
        if (end == text_.size() || text_[end] != ':') return false;
        const auto name = text_.substr(begin, end - begin);
        const auto field = field_named(name);
        if (!field) return false;
        position_ = end + 1;
        add(TokenKind::field, begin, std::string(name)).field = field;
        return true;
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
        if (word == "AND") {
            add(TokenKind::and_, begin, "");
        } else if (word == "OR") {
            add(TokenKind::or_, begin, "");
        } else if (word == "NOT") {
            add(TokenKind::not_, begin, "");
        } else if (auto near = read_nearness(word)) {
            add(TokenKind::near, begin, "").near = std::move(*near);
        } else if (says_something(word) || after_range_field()) {
            add(TokenKind::word, begin, std::move(word));
        }
    }

    /// There even ".." is something: the parser says what is wrong with it.
    bool after_range_field() const {
        return !lexemes_.empty() && lexemes_.back().kind == TokenKind::field && std::holds_alternative<RangeName>(*lexemes_.back().field);
    }

    std::string_view text_;
    std::size_t position_ = 0;
    std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lex(std::string_view text) { return Lexer(text).run(); }

}  // namespace palermo::query
