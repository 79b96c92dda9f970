// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/echo.hpp"

#include "searchd/query/fields.hpp"
#include "searchd/query/lexer.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace palermo::query {
namespace {

/// How tightly an operator holds its parts; a part that holds less tightly needs brackets.
enum class Binding { or_, and_, not_, near, leaf };

/// How an AND is written.
enum class Manner { in_full, as_typed };

std::string write(const Node& node, Binding around, Manner manner);

std::string write_all(const std::vector<Node>& children, std::string_view between, Binding binding, Manner manner) {
    std::string text;
    for (const auto& child : children) {
        if (!text.empty()) text += between;
        text += write(child, binding, manner);
    }
    return text;
}

std::string in_brackets_if(bool needed, const std::string& text) { return needed ? '(' + text + ')' : text; }

std::string quoted(const std::string& text) { return '"' + text + '"'; }

bool is_simple(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
}

/// A value that would be read as an operator or a negation is quoted too.
std::string quoted_if_needed(const std::string& value) {
    if (!std::ranges::all_of(value, is_simple)) return quoted(value);
    return lex(value).front().kind == TokenKind::word ? value : quoted(value);
}

std::string write_operator(const Near& near) {
    switch (near.unit) {
        case Near::Unit::sentence: return near.ordered ? "+s" : "/s";
        case Near::Unit::paragraph: return near.ordered ? "+p" : "/p";
        case Near::Unit::words: break;
    }
    return (near.ordered ? "ADJ/" : "NEAR/") + std::to_string(near.distance);
}

std::string write_bound(RangeName name, const std::string& bound) {
    const bool is_months = name == RangeName::sentence && !bound.empty() && bound != "life";
    return is_months ? bound + 'm' : bound;
}

struct Write {
    Binding around;
    Manner manner;

    std::string operator()(const Word& word) const { return word.is_prefix ? word.text + '*' : word.text; }
    std::string operator()(const Phrase& phrase) const {
        auto text = quoted(phrase.text);
        if (phrase.stemmed) text += '~';
        if (phrase.within > 0) text += std::to_string(phrase.within);
        return text;
    }
    std::string operator()(const And& group) const {
        return in_brackets_if(around > Binding::and_,
                              write_all(group.children, manner == Manner::in_full ? " AND " : " ", Binding::and_, manner));
    }
    std::string operator()(const Or& group) const {
        return in_brackets_if(around > Binding::or_, write_all(group.children, " OR ", Binding::or_, manner));
    }
    std::string operator()(const Not& negation) const {
        return in_brackets_if(around > Binding::not_, "NOT " + write(negation.child.front(), Binding::not_, manner));
    }
    std::string operator()(const Near& near) const {
        // Read from the left: "a /s b /s c" is "(a /s b) /s c".
        auto text = write(near.operands.front(), Binding::near, manner) + ' ' + write_operator(near) + ' ' +
                    write(near.operands.back(), Binding::leaf, manner);
        return in_brackets_if(around > Binding::near, text);
    }
    std::string operator()(const Field& field) const {
        return std::string(name_of(field.name)) + ':' + write(field.child.front(), Binding::leaf, manner);
    }
    std::string operator()(const Filter& filter) const { return std::string(name_of(filter.name)) + ':' + quoted_if_needed(filter.value); }
    std::string operator()(const Range& range) const {
        auto text = std::string(name_of(range.name)) + ':' + write_bound(range.name, range.from);
        if (range.from != range.to) text += ".." + write_bound(range.name, range.to);
        return text;
    }
};

std::string write(const Node& node, Binding around, Manner manner) { return std::visit(Write{around, manner}, node.value); }

/// One part as a group of one, or the group.
std::string write_group(std::vector<Node> children) {
    if (children.empty()) return {};
    if (children.size() == 1) return query_text(children.front());
    return query_text(Node{And{std::move(children)}, {}});
}

}  // namespace

std::string read_as(const Node& node) { return write(node, Binding::or_, Manner::in_full); }

std::string query_text(const Node& node) { return write(node, Binding::or_, Manner::as_typed); }

std::string text_without(const std::vector<Node>& group, std::size_t first, std::size_t last) {
    auto rest = group;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(first), rest.begin() + static_cast<std::ptrdiff_t>(last));
    return write_group(std::move(rest));
}

std::string text_with_words_only(const std::vector<Node>& group, std::size_t first, std::size_t last) {
    const auto begin = group.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = group.begin() + static_cast<std::ptrdiff_t>(last);
    std::vector<Node> part(begin, end);
    std::vector<Node> whole(group.begin(), begin);
    whole.push_back(Node{Field{TextFieldName::text, {part.size() == 1 ? part.front() : Node{And{std::move(part)}, {}}}}, {}});
    whole.insert(whole.end(), end, group.end());
    return write_group(std::move(whole));
}

}  // namespace palermo::query
