// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/parser.hpp"
#include "searchd/search/searcher.hpp"
#include "tests/searchd/search/answers.hpp"
#include "tests/searchd/search/plan_world.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>

namespace palermo::test {
namespace {

bool has_note(const SearchResult& result, std::string_view code) {
    return std::ranges::find(result.notes, code, &Note::code) != result.notes.end();
}

std::string repeated(const std::string& text, std::string_view between, int times) {
    auto all = text;
    for (int i = 1; i < times; ++i) all.append(between).append(text);
    return all;
}

QueryPlan plan_of(PlanWorld& world, const std::string& text) {
    const SearchRequest request;
    auto planned = plan_query(tree_of(text), request, MatchMode::all, world.context(), std::chrono::steady_clock::time_point::max());
    REQUIRE(std::holds_alternative<QueryPlan>(planned));
    return std::move(std::get<QueryPlan>(planned));
}

}  // namespace

TEST_CASE("what is asked for a hundred times is planned once, whatever its case", "[search]") {
    PlanWorld world({{.id = "a", .title = "First", .facts = {"They lived in debt bondage, under threats."}}});
    for (const std::string part :
         {"threats", "threats OR", "debt bondage", "\"debt bondage\"", "(threats OR debt)", "title:first", "-boat"}) {
        const bool is_or = part.ends_with(" OR");
        const auto once = is_or ? part.substr(0, part.size() - 3) : part;
        INFO(part);
        const auto one = plan_of(world, once);
        const auto hundred = plan_of(world, repeated(once, is_or ? " OR " : " ", 100));
        CHECK(hundred.matching.engine().get_length() == one.matching.engine().get_length());
        CHECK(hundred.weights.size() == one.weights.size());
        CHECK(hundred.parts.size() == 1);
    }
    CHECK(plan_of(world, "\"debt bondage\" \"Debt Bondage\"").parts.size() == 1);
    CHECK(plan_of(world, "threats Threats THREATS").parts.size() == 1);
    CHECK(plan_of(world, "threats OR THREATS").matching.engine().get_length() == plan_of(world, "threats").matching.engine().get_length());
}

TEST_CASE("a word that is asked for twice finds the same and counts twice", "[search]") {
    auto searcher = searcher_on(three_segments());
    const auto hit_of = [&](const std::string& text) {
        SearchRequest request;
        request.text = text;
        request.explain = true;
        const auto result = answer(searcher, request);
        REQUIRE(result.total == 1);
        return result.hits.front();
    };
    const auto once = hit_of("key workers");
    const auto twice = hit_of("key workers key");
    CHECK(twice.id == once.id);
    CHECK(twice.explanation.front().part == "key");
    CHECK(twice.explanation.front().weight == Approx(2 * once.explanation.front().weight));
}

TEST_CASE("planning ends at the deadline", "[search]") {
    auto searcher = searcher_on(three_segments());
    for (const std::string text : {"debt", "debt OR bondage", "\"debt bondage\"", "(debt passport)", "-debt"}) {
        SearchRequest request;
        request.text = text;
        INFO(text);
        const auto answered = searcher.search(request, std::chrono::steady_clock::time_point::min());
        REQUIRE(answered.has_value());
        CHECK(std::holds_alternative<SearchTimedOut>(*answered));
    }
}

TEST_CASE("of a long text the rarest words are searched for, however many are equally rare", "[search]") {
    auto searcher = searcher_on(three_segments());
    std::string text = "passport withheld";
    for (int i = 0; i < 200; ++i) text += " nowhere" + std::to_string(i);
    const auto result = answer(searcher, text);
    CHECK(has_note(result, "long-text"));
    CHECK(has_note(result, "many-words"));
    CHECK(sorted_ids(result) == std::vector<std::string>{"bondage-late", "europe"});
    CHECK(answer(searcher, text.substr(text.find("nowhere0"))).total == 0);
}

TEST_CASE("an unknown value inside a group is told with a query that works", "[search]") {
    auto searcher = searcher_on(three_segments());
    for (const std::string text :
         {"country:(AU OR Atlantis)", "country:(Atlantis OR AU) debt", "outcome:aquitted", "debt (country:Atlantis OR passport)"}) {
        SearchRequest request;
        request.text = text;
        const auto answered = searcher.search(request, std::chrono::steady_clock::time_point::max());
        INFO(text);
        REQUIRE(answered.has_value());
        const auto* mistake = std::get_if<QueryError>(&*answered);
        REQUIRE(mistake != nullptr);
        CHECK(mistake->offset < text.size());
        CHECK(std::holds_alternative<std::optional<query::Node>>(query::parse(mistake->repair)));
        CHECK(mistake->repair.find("Atlantis") == std::string::npos);
    }
}

TEST_CASE("a slip of the pen in a phrase is offered another spelling", "[search]") {
    auto searcher = searcher_on(three_segments());
    const auto result = answer(searcher, "\"debt bondge\"");
    CHECK(result.total == 0);
    REQUIRE_FALSE(result.relaxations.empty());
    CHECK(result.relaxations.front().request.text == "\"debt bondage\"");
    CHECK(answer(searcher, result.relaxations.front().request).total == result.relaxations.front().total);
}

TEST_CASE("stars that stand for half of all words end at the deadline", "[search]") {
    auto searcher = searcher_on(three_segments());
    SearchRequest request;
    request.text = "pas* deb* bon*";
    const auto answered = searcher.search(request, std::chrono::steady_clock::time_point::min());
    REQUIRE(answered.has_value());
    CHECK(std::holds_alternative<SearchTimedOut>(*answered));
}

}  // namespace palermo::test
