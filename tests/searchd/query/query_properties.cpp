// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/query/query_properties.hpp"

#include "searchd/query/echo.hpp"
#include "searchd/query/parser.hpp"

#include <optional>
#include <variant>

namespace palermo::query::test {
namespace {

using Tree = std::optional<Node>;

std::string broken_echo(const std::string& name, const std::string& echo, const Node& node) {
    const auto again = parse(echo);
    if (const auto* error = std::get_if<ParseError>(&again)) return name + " does not parse: " + echo + " (" + error->message + ')';
    const auto& tree = std::get<Tree>(again);
    if (!tree) return name + " is nothing: " + echo;
    return *tree == node ? std::string() : name + " is another tree: " + echo + ", read as " + read_as(*tree);
}

std::string broken_mistake(std::string_view text, const ParseError& error) {
    if (error.message.empty()) return "the mistake has no sentence";
    if (error.offset > text.size()) return "the mistake is at " + std::to_string(error.offset) + ", outside the text";
    if (std::holds_alternative<ParseError>(parse(error.repair))) return "the repair does not parse: " + error.repair;
    return {};
}

}  // namespace

std::string broken_promise(std::string_view text) {
    const auto parsed = parse(text);
    if (const auto* error = std::get_if<ParseError>(&parsed)) return broken_mistake(text, *error);
    const auto& tree = std::get<Tree>(parsed);
    if (!tree) return {};
    auto broken = broken_echo("the echo in full", read_as(*tree), *tree);
    return broken.empty() ? broken_echo("the echo as typed", query_text(*tree), *tree) : broken;
}

}  // namespace palermo::query::test
