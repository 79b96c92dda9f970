// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/echo.hpp"

#include "searchd/query/parser.hpp"
#include "tests/support/catch.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace palermo::query {
namespace {

Node tree_of(const std::string& text) {
    INFO(text);
    auto parsed = parse(text);
    REQUIRE(std::holds_alternative<std::optional<Node>>(parsed));
    auto& tree = std::get<std::optional<Node>>(parsed);
    REQUIRE(tree.has_value());
    return std::move(*tree);
}

std::vector<Node> group_of(const std::string& text) { return std::get<And>(tree_of(text).value).children; }

}  // namespace

TEST_CASE("as typed there is no AND between words, in full there is", "[query]") {
    const std::vector<std::pair<std::string, std::string>> expected{
        {"debt bondage", "debt AND bondage"},
        {"(a OR b) c", "(a OR b) AND c"},
        {"a b OR c d", "a AND b OR c AND d"},
        {"NOT (a b)", "NOT (a AND b)"},
        {"\"debt bondage\"~5 traffick*", "\"debt bondage\"~5 AND traffick*"},
        {"a NEAR/5 (b OR c) d", "a NEAR/5 (b OR c) AND d"},
        {"(a b) /s c", "(a AND b) /s c"},
        {"title:(a b) year:2010..2015", "title:(a AND b) AND year:2010..2015"},
    };
    for (const auto& [typed, in_full] : expected) {
        CHECK(query_text(tree_of(typed)) == typed);
        CHECK(read_as(tree_of(typed)) == in_full);
    }
}

TEST_CASE("a chain of nearness is read from the left, and brackets say otherwise", "[query]") {
    CHECK(read_as(tree_of("a /s b /p c")) == "a /s b /p c");
    CHECK(read_as(tree_of("(a /s b) /p c")) == "a /s b /p c");
    CHECK(read_as(tree_of("a /s (b /p c)")) == "a /s (b /p c)");
}

TEST_CASE("values are quoted where they must be", "[query]") {
    const std::vector<std::pair<std::string, std::string>> expected{
        {"country:(new zealand)", "country:\"new zealand\""},
        {"country:\"NZ\"", "country:NZ"},
        {"citation:\"[2013] EWCA Crim 991\"", "citation:\"[2013] EWCA Crim 991\""},
        {"id:\"AND\"", "id:\"AND\""},
        {"id:\"-x\"", "id:\"-x\""},
        {"country:(NZ OR AU)", "country:NZ OR country:AU"},
        {"sentence:>=5y", "sentence:60m.."},
        {"sentence:life", "sentence:life"},
        {"year:2010", "year:2010"},
    };
    for (const auto& [typed, echo] : expected) CHECK(read_as(tree_of(typed)) == echo);
}

TEST_CASE("a group can be written without some of its parts", "[query]") {
    const auto group = group_of("passport \"debt bondage\" -visa");
    CHECK(text_without(group, 0, 1) == "\"debt bondage\" NOT visa");
    CHECK(text_without(group, 1, 3) == "passport");
    CHECK(text_without(group, 0, 3).empty());
    CHECK(text_without({tree_of("passport")}, 0, 1).empty());
}

TEST_CASE("a group can be written with some parts read as words only", "[query]") {
    const auto group = group_of("debt bondage passport");
    CHECK(text_with_words_only(group, 0, 2) == "text:(debt bondage) passport");
    CHECK(text_with_words_only(group, 2, 3) == "debt bondage text:passport");
    CHECK(text_with_words_only({tree_of("serfdom")}, 0, 1) == "text:serfdom");
}

}  // namespace palermo::query
