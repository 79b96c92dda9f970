// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/relaxations.hpp"

#include "tests/searchd/search/answers.hpp"
#include "tests/searchd/search/plan_world.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

const Relaxation* found(const SearchResult& result, const std::string& text) {
    const auto way = std::ranges::find_if(result.relaxations, [&](const Relaxation& other) { return other.request.text == text; });
    return way == result.relaxations.end() ? nullptr : &*way;
}

}  // namespace

TEST_CASE("a search that finds nothing is offered ways that find something", "[search][relaxations]") {
    auto searcher = searcher_on(three_segments());
    struct Case {
        std::string text;
        std::string way;
    };
    const std::vector<Case> cases{
        {"pasport -key", "passport NOT key"},
        {"\"women worked debt\"", "\"women worked debt\"~10"},
        {"\"passport were taken\"", "\"passport were taken\"~"},
        {"\"women debt\"~2", "\"women debt\"~10"},
        {"\"women debt\"~2", "women /p debt"},
        {"\"women debt\"~2", "women debt"},
        {"women NEAR/2 debt", "women /p debt"},
        {"zebra AND tang AND zebra", "tang"},
        {"pasport AND pasport AND withheld", "passport passport withheld"},
        {"tang AND zebra", "tang"},
        {"tang country:NZ", "tang"},
        {"tang lang:fr", "tang"},
        {"title:passport", "passport"},
        {"text:serfdom", "concept:serfdom"},
    };
    for (const auto& [text, way] : cases) {
        const auto result = answer(searcher, text);
        INFO(text);
        REQUIRE(result.total == 0);
        REQUIRE(found(result, way) != nullptr);
        SearchRequest request = found(result, way)->request;
        CHECK(answer(searcher, request).total == found(result, way)->total);
        CHECK_FALSE(found(result, way)->reason.empty());
    }
}

TEST_CASE("filters are offered to be dropped, and nothing that finds nothing is offered", "[search][relaxations]") {
    auto searcher = searcher_on(three_segments());
    SearchRequest request;
    request.text = "tang";
    request.facets[Facet::outcome].included = {"acquitted"};
    const auto narrowed = answer(searcher, request);
    REQUIRE(narrowed.total == 0);
    REQUIRE(narrowed.relaxations.size() == 1);
    CHECK(narrowed.relaxations.front().request.facets[Facet::outcome].empty());
    CHECK(narrowed.relaxations.front().total == 1);
    CHECK(answer(searcher, "zzzz AND qqqq").relaxations.empty());
    CHECK(answer(searcher, "tang").relaxations.empty());
}

TEST_CASE("there are never too many ways, each once", "[search][relaxations]") {
    auto searcher = searcher_on(three_segments());
    const auto result =
        answer(searcher, "debt AND bondage AND women AND passport AND vessel AND key AND flee AND tang AND greece AND zebra");
    CHECK(result.relaxations.size() <= max_relaxations);
    for (const auto& way : result.relaxations) {
        CHECK(way.total > 0);
        CHECK(std::ranges::count_if(result.relaxations, [&](const Relaxation& other) { return other.request == way.request; }) == 1);
    }
}

TEST_CASE("of a very long query some ways are tried, and soon", "[search][relaxations]") {
    auto searcher = searcher_on(three_segments());
    std::string text = "tang";
    for (int i = 0; i < 300; ++i) text += " AND zebra" + std::to_string(i);
    const auto result = answer(searcher, text);
    CHECK(result.total == 0);
    CHECK_FALSE(result.is_cut_short);
    std::string same = "tang";
    for (int i = 0; i < 300; ++i) same += " AND zebra";
    CHECK(found(answer(searcher, same), "tang") != nullptr);
}

TEST_CASE("ways that were not all tried in time are told from those that were", "[search][relaxations]") {
    PlanWorld world({{.id = "a", .title = "First", .facts = {"A key."}}});
    SearchRequest request;
    request.text = "key AND zebra";
    QueryPart zebra;
    zebra.kind = "word";
    zebra.text = "zebra";
    zebra.without = "key";
    const std::vector<QueryPart> parts{zebra};
    using Clock = std::chrono::steady_clock;
    const auto late = find_relaxations(request, tree_of(request.text), parts, world.context(), Clock::time_point::min());
    CHECK(late.found.empty());
    CHECK(late.is_cut_short);
    const auto whole = find_relaxations(request, tree_of(request.text), parts, world.context(), Clock::time_point::max());
    REQUIRE(whole.found.size() == 1);
    CHECK_FALSE(whole.is_cut_short);
}

}  // namespace palermo::test
