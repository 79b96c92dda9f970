// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/parser.hpp"

#include "searchd/query/echo.hpp"
#include "tests/support/catch.hpp"

namespace palermo::query {
namespace {

std::string echo_of(std::string_view text) {
    const auto parsed = parse(text);
    if (const auto* error = std::get_if<ParseError>(&parsed)) return "error at " + std::to_string(error->offset) + ": " + error->message;
    const auto& node = std::get<std::optional<Node>>(parsed);
    return node ? read_as(*node) : "everything";
}

ParseError error_of(std::string_view text) {
    const auto parsed = parse(text);
    INFO(text);
    REQUIRE(std::holds_alternative<ParseError>(parsed));
    return std::get<ParseError>(parsed);
}

}  // namespace

TEST_CASE("a query is read as it is meant", "[query]") {
    const auto expected = std::vector<std::pair<std::string, std::string>>{
        {"", "everything"},
        {"  \t\n", "everything"},
        {"&", "everything"},
        {"debt", "debt"},
        {"debt bondage", "debt AND bondage"},
        {"debt AND bondage", "debt AND bondage"},
        {"\"debt bondage\" passport", "\"debt bondage\" AND passport"},
        {"a OR b c", "a OR b AND c"},
        {"(a OR b) c", "(a OR b) AND c"},
        {"a b OR c d", "a AND b OR c AND d"},
        {"NOT a b", "NOT a AND b"},
        {"NOT (a b)", "NOT (a AND b)"},
        {"-a -\"b c\"", "NOT a AND NOT \"b c\""},
        {"NOT NOT a", "NOT NOT a"},
        {"((a))", "a"},
        {"(a b) (c d)", "a AND b AND c AND d"},
        {"(a OR b) OR c", "a OR b OR c"},
        {"Art. 3(a) AND (x OR y)", "Art. AND 3(a) AND (x OR y)"},
        {"R v. Tang", "R AND v. AND Tang"},
    };
    for (const auto& [text, echo] : expected) {
        INFO(text);
        CHECK(echo_of(text) == echo);
    }
}

TEST_CASE("a mistake is named with its place and a query that works", "[query]") {
    struct Case {
        std::string text;
        std::size_t offset;
        std::string repair;
    };
    const std::vector<Case> cases{
        {"passport \"debt bondage", 9, "passport \"debt bondage\""},
        {"(passport OR visa", 0, "(passport OR visa)"},
        {"passport) visa", 8, "passport visa"},
        {"passport OR", 9, "passport "},
        {"AND passport", 0, " passport"},
        {"a AND OR b", 6, "a AND  b"},
        {"a ()", 2, "a  "},
        {"a -(", 3, "a -"},
    };
    for (const auto& [text, offset, repair] : cases) {
        const auto error = error_of(text);
        CHECK(error.offset == offset);
        CHECK(error.repair == repair);
        CHECK_FALSE(error.message.empty());
    }
}

TEST_CASE("bounds are told, and the repair keeps them", "[query]") {
    std::string many;
    for (std::size_t i = 0; i <= max_leaves; ++i) many += "w" + std::to_string(i) + ' ';
    CHECK(std::holds_alternative<std::optional<Node>>(parse(error_of(many).repair)));

    const auto deep = std::string(max_depth + 1, '(') + 'a' + std::string(max_depth + 1, ')');
    CHECK(std::holds_alternative<std::optional<Node>>(parse(error_of(deep).repair)));
    const auto just_right = std::string(max_depth, '(') + 'a' + std::string(max_depth, ')');
    CHECK(echo_of(just_right) == "a");

    std::string nots;
    for (std::size_t i = 0; i < 5000; ++i) nots += "NOT ";
    CHECK_FALSE(error_of(nots + 'a').message.empty());
}

}  // namespace palermo::query
