// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/echo.hpp"

#include <string_view>

namespace palermo::query {
namespace {

/// How tightly an operator holds its parts; a part that holds less tightly needs brackets.
enum class Binding { or_, and_, not_, leaf };

std::string write(const Node& node, Binding around);

std::string write_all(const std::vector<Node>& children, std::string_view between, Binding binding) {
    std::string text;
    for (const auto& child : children) {
        if (!text.empty()) text += between;
        text += write(child, binding);
    }
    return text;
}

std::string in_brackets_if(bool needed, const std::string& text) { return needed ? '(' + text + ')' : text; }

struct Write {
    Binding around;

    std::string operator()(const Word& word) const { return word.text; }
    std::string operator()(const Phrase& phrase) const { return '"' + phrase.text + '"'; }
    std::string operator()(const And& group) const {
        return in_brackets_if(around > Binding::and_, write_all(group.children, " AND ", Binding::and_));
    }
    std::string operator()(const Or& group) const {
        return in_brackets_if(around > Binding::or_, write_all(group.children, " OR ", Binding::or_));
    }
    std::string operator()(const Not& negation) const { return "NOT " + write(negation.child.front(), Binding::not_); }
};

std::string write(const Node& node, Binding around) { return std::visit(Write{around}, node.value); }

}  // namespace

std::string read_as(const Node& node) { return write(node, Binding::or_); }

}  // namespace palermo::query
