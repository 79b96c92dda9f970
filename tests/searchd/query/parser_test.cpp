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
        {"traffick*", "traffick*"},
        {"passport *", "passport"},
        {"\"debt bondage\"~ “held key”~3", "\"debt bondage\"~ AND \"held key\"~3"},
        {"a NEAR b", "a NEAR/10 b"},
        {"a w/5 b", "a NEAR/5 b"},
        {"a pre/5 b", "a ADJ/5 b"},
        {"a w/s b +p c", "a /s b +p c"},
        {"a b /s c d", "a AND b /s c AND d"},
        {"NOT a /s b", "NOT a /s b"},
        {"(a OR \"b c\") /s (d e)", "(a OR \"b c\") /s (d AND e)"},
        {"title:tang court: supreme", "title:tang AND court:supreme"},
        {"title:(a OR b) -party:\"the queen\"", "title:(a OR b) AND NOT party:\"the queen\""},
        {"country:NZ", "country:NZ"},
        {"country:(new zealand OR fiji)", "country:\"new zealand\" OR country:fiji"},
        {"country:(NZ OR FJ) passport", "(country:NZ OR country:FJ) AND passport"},
        {"id:case-0*", "id:\"case-0*\""},
        {"year:2010..2015 date:2010-03.. sentence:>=5y", "year:2010..2015 AND date:2010-03.. AND sentence:60m.."},
        {"-year:2010", "NOT year:2010"},
        {"ECLI:NL:HR:2019:1", "ECLI:NL:HR:2019:1"},
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
        {"ab*", 0, "ab"},
        {"a*b", 1, "a"},
        {"traf*ing visa", 4, "traf visa"},
        {"a NEAR/0 b", 2, "a NEAR/1 b"},
        {"a /500 b", 2, "a /p b"},
        {"a /s", 2, "a "},
        {"/s a", 0, " a"},
        {"a /s (b -c)", 2, "a AND (b -c)"},
        {"a /s title:b", 2, "a AND title:b"},
        {"title:", 0, ""},
        {"title: OR a", 0, "  a"},
        {"title:(a court:b)", 9, "title:(a b)"},
        {"country:(NZ -AU)", 0, "(NZ -AU)"},
        {"year:soon", 5, ""},
        {"year:2015..2010", 5, "year:2010..2015"},
        {"year:\"2010", 0, "\"2010\""},
        {"debt year:(2010)", 5, "debt (2010)"},
    };
    for (const auto& [text, offset, repair] : cases) {
        const auto error = error_of(text);
        CHECK(error.offset == offset);
        CHECK(error.repair == repair);
        CHECK_FALSE(error.message.empty());
    }
    CHECK(error_of("a AND (").message == "Something to search for is missing after this bracket.");
    CHECK(error_of("a AND").message == "Something to search for is missing after this operator.");
}

TEST_CASE("bounds are told, and the repair keeps them", "[query]") {
    std::string many;
    for (std::size_t i = 0; i <= max_leaves; ++i) many += "w" + std::to_string(i) + ' ';
    CHECK(std::holds_alternative<std::optional<Node>>(parse(error_of(many).repair)));

    const auto deep = std::string(max_depth + 1, '(') + 'a' + std::string(max_depth + 1, ')');
    CHECK(std::holds_alternative<std::optional<Node>>(parse(error_of(deep).repair)));
    const auto just_right = std::string(max_depth, '(') + 'a' + std::string(max_depth, ')');
    CHECK(echo_of(just_right) == "a");

    std::string near = "a";
    for (std::size_t i = 0; i <= max_depth; ++i) near += " /s a";
    CHECK(std::holds_alternative<std::optional<Node>>(parse(error_of(near).repair)));

    std::string nots;
    for (std::size_t i = 0; i < 5000; ++i) nots += "NOT ";
    CHECK_FALSE(error_of(nots + 'a').message.empty());
}

TEST_CASE("letters before a star are counted as they are written", "[query]") {
    CHECK(echo_of("эксплуат*") == "эксплуат*");
    CHECK(echo_of("été*") == "été*");
    CHECK(error_of("éà*").repair == "éà");
    CHECK(echo_of("债*") == "债*");
    CHECK(echo_of("\"debt bond*\"") == "\"debt bond*\"");
}

TEST_CASE("a field holds what stands directly behind it", "[query]") {
    const auto parsed = parse("title:debt bondage");
    const auto& tree = *std::get<std::optional<Node>>(parsed);
    REQUIRE(std::holds_alternative<And>(tree.value));
    const auto& children = std::get<And>(tree.value).children;
    CHECK(std::holds_alternative<Field>(children.front().value));
    CHECK(children.back().value == decltype(Node::value)(Word{"bondage"}));
    CHECK(children.front().span == Span{0, 10});
}

}  // namespace palermo::query
