// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/parser.hpp"

#include "searchd/query/lexer.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace palermo::query {
namespace {

/// A mistake and the change to the text that mends it: bytes [erase.begin, erase.end) go, `insert` comes in their place.
struct Mistake {
    std::string message;
    std::size_t offset = 0;
    Span erase;
    std::string insert;
};

using Parsed = std::variant<std::optional<Node>, Mistake>;

/// Children of the same kind are taken in, so that "(a b) c" and "a b c" are one tree.
template <class Group>
Node join(std::vector<Node> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    const Span span{parts.front().span.begin, parts.back().span.end};
    Group group;
    for (auto& part : parts) {
        if (auto* inner = std::get_if<Group>(&part.value))
            std::ranges::move(inner->children, std::back_inserter(group.children));
        else
            group.children.push_back(std::move(part));
    }
    return {std::move(group), span};
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text), lexemes_(lex(text)) {}

    Parsed run() {
        if (next().kind == TokenKind::end) return std::optional<Node>();
        auto node = parse_or(0);
        if (!mistake_ && next().kind == TokenKind::close) fail(next().span.begin, "This bracket closes nothing.", next().span, "");
        if (mistake_) return std::move(*mistake_);
        return std::optional(std::move(*node));
    }

private:
    const Lexeme& next() const { return lexemes_[position_]; }

    bool accept(TokenKind kind) {
        if (next().kind != kind) return false;
        ++position_;
        return true;
    }

    /// The first mistake counts; after it everything unwinds.
    std::optional<Node> fail(std::size_t offset, std::string message, Span erase, std::string insert) {
        if (!mistake_) mistake_ = Mistake{std::move(message), offset, erase, std::move(insert)};
        return std::nullopt;
    }

    std::optional<Node> parse_or(std::size_t depth) {
        std::vector<Node> parts;
        do {
            auto part = parse_and(depth);
            if (!part) return std::nullopt;
            parts.push_back(std::move(*part));
        } while (accept(TokenKind::or_));
        return join<Or>(std::move(parts));
    }

    std::optional<Node> parse_and(std::size_t depth) {
        std::vector<Node> parts;
        do {
            auto part = parse_not(depth);
            if (!part) return std::nullopt;
            parts.push_back(std::move(*part));
        } while (accept(TokenKind::and_) || begins_operand());
        return join<And>(std::move(parts));
    }

    bool begins_operand() const {
        const auto kind = next().kind;
        return kind == TokenKind::word || kind == TokenKind::phrase || kind == TokenKind::unclosed_phrase || kind == TokenKind::not_ ||
               kind == TokenKind::open;
    }

    std::optional<Node> parse_not(std::size_t depth) {
        if (next().kind != TokenKind::not_) return parse_primary(depth);
        const auto begin = next().span.begin;
        if (depth >= max_depth) return too_deep();
        ++position_;
        auto child = parse_not(depth + 1);
        if (!child) return std::nullopt;
        const Span span{begin, child->span.end};
        std::vector<Node> children;
        children.push_back(std::move(*child));
        return Node{Not{std::move(children)}, span};
    }

    std::optional<Node> parse_primary(std::size_t depth) {
        const auto lexeme = next();
        switch (lexeme.kind) {
            case TokenKind::word:
            case TokenKind::phrase: return parse_leaf(lexeme);
            case TokenKind::unclosed_phrase:
                return fail(lexeme.span.begin, "The quotation mark that opens here is not closed.", {text_.size(), text_.size()}, "\"");
            case TokenKind::open: return parse_group(depth);
            case TokenKind::and_:
            case TokenKind::or_:
                return fail(lexeme.span.begin, "Something to search for is missing before this operator.", lexeme.span, "");
            case TokenKind::not_:
            case TokenKind::close:
            case TokenKind::end: return missing_operand();
        }
        return std::nullopt;
    }

    std::optional<Node> parse_leaf(const Lexeme& lexeme) {
        if (++leaves_ > max_leaves) {
            return fail(lexeme.span.begin, "A query has at most " + std::to_string(max_leaves) + " words and phrases.",
                        {lexeme.span.begin, text_.size()}, "");
        }
        ++position_;
        if (lexeme.kind == TokenKind::word) return Node{Word{lexeme.text}, lexeme.span};
        return Node{Phrase{lexeme.text}, lexeme.span};
    }

    std::optional<Node> parse_group(std::size_t depth) {
        const auto open = next().span;
        if (depth >= max_depth) return too_deep();
        ++position_;
        if (next().kind == TokenKind::close)
            return fail(open.begin, "There is nothing between these brackets.", {open.begin, next().span.end}, " ");
        auto node = parse_or(depth + 1);
        if (!node) return std::nullopt;
        const auto close = next().span;
        if (!accept(TokenKind::close))
            return fail(open.begin, "The bracket that opens here is not closed.", {text_.size(), text_.size()}, ")");
        node->span = {open.begin, close.end};
        return node;
    }

    /// An operator at the end of the query or of a group: it goes, with nothing in its place.
    std::optional<Node> missing_operand() {
        const auto previous = position_ > 0 ? lexemes_[position_ - 1].span : Span{0, text_.size()};
        return fail(previous.begin, "Something to search for is missing after this operator.", previous, "");
    }

    std::optional<Node> too_deep() {
        const auto here = next().span;
        return fail(here.begin, "Brackets and NOTs stand in each other more than " + std::to_string(max_depth) + " deep.", here, "");
    }

    std::string_view text_;
    std::vector<Lexeme> lexemes_;
    std::size_t position_ = 0;
    std::size_t leaves_ = 0;
    std::optional<Mistake> mistake_;
};

/// Mends one mistake after the other. Every mending takes something away or closes something open, so this ends; a text that needs more
/// mendings than a person makes mistakes is not worth mending.
std::string repair(std::string text) {
    constexpr int patience = 64;
    for (int i = 0; i < patience; ++i) {
        const auto parsed = Parser(text).run();
        const auto* mistake = std::get_if<Mistake>(&parsed);
        if (mistake == nullptr) return text;
        text.replace(mistake->erase.begin, mistake->erase.end - mistake->erase.begin, mistake->insert);
    }
    return {};
}

}  // namespace

std::variant<std::optional<Node>, ParseError> parse(std::string_view text) {
    auto parsed = Parser(text).run();
    if (auto* node = std::get_if<std::optional<Node>>(&parsed)) return std::move(*node);
    auto& mistake = std::get<Mistake>(parsed);
    return ParseError{.message = std::move(mistake.message), .offset = mistake.offset, .repair = repair(std::string(text))};
}

}  // namespace palermo::query
