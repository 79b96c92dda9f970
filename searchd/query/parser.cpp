// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/parser.hpp"

#include "searchd/query/lexer.hpp"
#include "searchd/query/nearness.hpp"
#include "searchd/query/range_reader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace palermo::query {
namespace {

/// Letters before a star: fewer would mean half of all words.
constexpr std::size_t min_prefix = 3;

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
               kind == TokenKind::field || kind == TokenKind::open;
    }

    std::optional<Node> parse_not(std::size_t depth) {
        if (next().kind != TokenKind::not_) return parse_near(depth);
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

    std::optional<Node> parse_near(std::size_t depth) {
        auto left = parse_primary(depth);
        while (left && next().kind == TokenKind::near) {
            const auto sign = next();
            if (sign.near.unit == Near::Unit::words && (sign.near.distance == 0 || sign.near.distance > max_distance)) {
                return fail(sign.span.begin, "Words can be 1 to " + std::to_string(max_distance) + " apart; for more there is /p.",
                            sign.span, sign.near.distance == 0 ? "NEAR/1" : "/p");
            }
            if (++nearnesses_ > max_depth)
                return fail(sign.span.begin, "Too many operators of nearness stand in one query.", sign.span, " ");
            ++position_;
            auto right = parse_primary(depth);
            if (!right) return std::nullopt;
            if (!can_be_near(*left) || !can_be_near(*right)) {
                return fail(sign.span.begin, "Only words, phrases and groups of them can stand near each other.", sign.span, "AND");
            }
            const Span span{left->span.begin, right->span.end};
            auto near = sign.near;
            near.operands.push_back(std::move(*left));
            near.operands.push_back(std::move(*right));
            left = Node{std::move(near), span};
        }
        return left;
    }

    static bool can_be_near(const Node& node) {
        if (const auto* both = std::get_if<And>(&node.value)) return std::ranges::all_of(both->children, can_be_near);
        if (const auto* either = std::get_if<Or>(&node.value)) return std::ranges::all_of(either->children, can_be_near);
        return std::holds_alternative<Word>(node.value) || std::holds_alternative<Phrase>(node.value) ||
               std::holds_alternative<Near>(node.value);
    }

    std::optional<Node> parse_primary(std::size_t depth) {
        const auto lexeme = next();
        switch (lexeme.kind) {
            case TokenKind::word:
            case TokenKind::phrase: return parse_leaf(lexeme);
            case TokenKind::unclosed_phrase:
                return fail(lexeme.span.begin, "The quotation mark that opens here is not closed.", {text_.size(), text_.size()}, "\"");
            case TokenKind::open: return parse_group(depth);
            case TokenKind::field: return parse_field(depth);
            case TokenKind::near:
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
        if (lexeme.kind == TokenKind::word) return parse_word(lexeme);
        auto phrase = lexeme.phrase;
        phrase.text = lexeme.text;
        return Node{std::move(phrase), lexeme.span};
    }

    std::optional<Node> parse_word(const Lexeme& lexeme) {
        const auto star = lexeme.text.find('*');
        if (star == std::string::npos) return Node{Word{lexeme.text}, lexeme.span};
        auto beginning = lexeme.text.substr(0, star);
        if (lexeme.text.find_first_not_of('*', star) != std::string::npos) {
            return fail(lexeme.span.begin + star, "A star stands at the end of a word only.", lexeme.span,
                        star > 0 ? beginning : without_stars(lexeme.text));
        }
        if (letters_in(beginning) < min_prefix)
            return fail(lexeme.span.begin, "Before a star stand at least " + std::to_string(min_prefix) + " letters.", lexeme.span,
                        beginning);
        return Node{Word{std::move(beginning), true}, lexeme.span};
    }

    static std::string without_stars(std::string text) {
        std::erase(text, '*');
        return text;
    }

    /// Characters, but an ideograph or syllable, which is a word or a part of one, counts as many as it would take to write it.
    static std::size_t letters_in(std::string_view text) {
        std::size_t letters = 0;
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte >= 0xE3)
                letters += min_prefix;
            else if (byte < 0x80 || byte >= 0xC0)
                ++letters;
        }
        return letters;
    }

    std::optional<Node> parse_field(std::size_t depth) {
        const auto lexeme = next();
        if (in_field_) return fail(lexeme.span.begin, "A field cannot stand inside a field.", lexeme.span, "");
        ++position_;
        const auto kind = next().kind;
        if (kind != TokenKind::word && kind != TokenKind::phrase && kind != TokenKind::unclosed_phrase && kind != TokenKind::open) {
            return fail(lexeme.span.begin, "Something to search for is missing after \"" + lexeme.text + ":\".", lexeme.span, "");
        }
        if (const auto* range = std::get_if<RangeName>(&*lexeme.field)) return parse_range(*range, lexeme.span);
        in_field_ = true;
        auto value = std::holds_alternative<FilterName>(*lexeme.field) ? parse_value(depth) : parse_primary(depth);
        in_field_ = false;
        if (!value) return std::nullopt;
        const Span span{lexeme.span.begin, value->span.end};
        if (const auto* filter = std::get_if<FilterName>(&*lexeme.field)) return filtered(*filter, std::move(*value), lexeme.span);
        std::vector<Node> child;
        child.push_back(std::move(*value));
        return Node{Field{std::get<TextFieldName>(*lexeme.field), std::move(child)}, span};
    }

    /// The value of a filter: a star or a short word means itself here.
    std::optional<Node> parse_value(std::size_t depth) {
        const auto lexeme = next();
        if (lexeme.kind != TokenKind::word) return parse_primary(depth);
        ++leaves_;
        ++position_;
        return Node{Word{lexeme.text}, lexeme.span};
    }

    std::optional<Node> parse_range(RangeName name, Span field) {
        const auto value = next();
        if (value.kind == TokenKind::open || value.kind == TokenKind::unclosed_phrase)
            return fail(field.begin, "A range stands behind its field without brackets or quotation marks.", field, "");
        ++leaves_;
        ++position_;
        auto range = read_range(name, value.text);
        const Span span{field.begin, value.span.end};
        if (auto* read = std::get_if<Range>(&range)) return Node{std::move(*read), span};
        auto& mistake = std::get<RangeMistake>(range);
        if (mistake.mend.empty()) return fail(value.span.begin, std::move(mistake.message), span, "");
        return fail(value.span.begin, std::move(mistake.message), value.span, std::move(mistake.mend));
    }

    /// A filter of each value in the group; words side by side are one value, "country:(new zealand OR fiji)".
    std::optional<Node> filtered(FilterName name, Node value, Span field) {
        if (const auto* word = std::get_if<Word>(&value.value))
            return Node{Filter{name, word->is_prefix ? word->text + '*' : word->text}, {field.begin, value.span.end}};
        if (const auto* phrase = std::get_if<Phrase>(&value.value)) return Node{Filter{name, phrase->text}, {field.begin, value.span.end}};
        if (const auto* both = std::get_if<And>(&value.value)) {
            std::string joined;
            for (const auto& child : both->children) {
                const auto* word = std::get_if<Word>(&child.value);
                if (word == nullptr) return no_list_of_values(field);
                joined += (joined.empty() ? "" : " ") + word->text;
            }
            return Node{Filter{name, std::move(joined)}, {field.begin, value.span.end}};
        }
        auto* either = std::get_if<Or>(&value.value);
        if (either == nullptr) return no_list_of_values(field);
        for (auto& child : either->children) {
            auto filter = filtered(name, std::move(child), field);
            if (!filter) return std::nullopt;
            child = std::move(*filter);
        }
        return value;
    }

    std::optional<Node> no_list_of_values(Span field) {
        return fail(field.begin, "This field takes a value, or values with OR between them.", field, "");
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
        const bool is_bracket = position_ > 0 && lexemes_[position_ - 1].kind == TokenKind::open;
        return fail(previous.begin, std::string("Something to search for is missing after this ") + (is_bracket ? "bracket." : "operator."),
                    previous, "");
    }

    std::optional<Node> too_deep() {
        const auto here = next().span;
        return fail(here.begin, "Brackets and NOTs stand in each other more than " + std::to_string(max_depth) + " deep.", here, "");
    }

    std::string_view text_;
    std::vector<Lexeme> lexemes_;
    std::size_t position_ = 0;
    std::size_t leaves_ = 0;
    std::size_t nearnesses_ = 0;
    bool in_field_ = false;
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
