// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/pattern_planner.hpp"
#include "searchd/search/pattern_query.hpp"

#include "tests/searchd/search/plan_world.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>

namespace palermo::test {
namespace {

using Kind = PositionPattern::Kind;
using Ids = std::vector<std::string>;

constexpr auto no_deadline = std::chrono::steady_clock::time_point::max();

PlanWorld world() {
    return PlanWorld({{.id = "a", .title = "A traffickers' case", .facts = {"Traffickers and trafficking.", "A key. A passport."}},
                      {.id = "b", .title = "B", .facts = {"L’ouvrière avait la clé de l’atelier."}, .lang = "fr"},
                      {.id = "c", .title = "C", .facts = {"The key and her passport."}}});
}

}  // namespace

TEST_CASE("each kind of node is a pattern of its kind", "[search][positions]") {
    auto small = world();
    PatternPlanner planner(small.lookup(), small.analyzer(), layout::body);
    CHECK(planner.plan(tree_of("key")).kind == Kind::terms);
    CHECK(planner.plan(tree_of("\"key passport\"")).kind == Kind::phrase);
    CHECK(planner.plan(tree_of("\"key\"")).kind == Kind::terms);
    CHECK(planner.plan(tree_of("\"key passport\"~3")).distance == 3);
    CHECK(planner.plan(tree_of("key OR passport")).kind == Kind::any);
    CHECK(planner.plan(tree_of("key ADJ/3 passport")).ordered);
    CHECK(planner.plan(tree_of("key /s passport")).kind == Kind::sentence);
    CHECK(planner.plan(tree_of("key /p passport")).kind == Kind::paragraph);
    // An article may begin the word or be one.
    CHECK(planner.plan(tree_of("l’ouvrière")).kind == Kind::any);
    CHECK(planner.plan(tree_of("victim's")).kind == Kind::terms);
    CHECK(is_empty(planner.plan(tree_of("\"…\""))));
    CHECK(planner.plan(tree_of("key NEAR/3 …")) == planner.plan(tree_of("key")));
}

TEST_CASE("a title has no sentences: there nearness is being in it", "[search][positions]") {
    auto small = world();
    PatternPlanner planner(small.lookup(), small.analyzer(), layout::title);
    const auto pattern = planner.plan(tree_of("traffickers /s case"));
    CHECK(pattern.kind == Kind::near);
    CHECK(small.matches(pattern_query(small.view(), pattern, no_deadline)) == Ids{"a"});
}

TEST_CASE("a star is expanded to the words there are, each told once", "[search][positions]") {
    auto small = world();
    PatternPlanner planner(small.lookup(), small.analyzer(), layout::body);
    const auto pattern = planner.plan(tree_of("traffick*"));
    REQUIRE(planner.expansions().size() == 1);
    auto words = planner.expansions().front().words;
    std::ranges::sort(words);
    CHECK(words == Ids{"traffickers", "trafficking"});
    CHECK_FALSE(planner.expansions().front().is_cut);
    CHECK(small.matches(pattern_query(small.view(), pattern, no_deadline)) == Ids{"a"});
    CHECK(small.matches(pattern_query(small.view(), planner.plan(tree_of("zebra*")), no_deadline)).empty());
}

TEST_CASE("a star behind an elided article is told with what it was expanded to", "[search][positions]") {
    auto small = world();
    PatternPlanner planner(small.lookup(), small.analyzer(), layout::body);
    CHECK(small.matches(pattern_query(small.view(), planner.plan(tree_of("l'ouvri*")), no_deadline)) == Ids{"b"});
    REQUIRE(planner.expansions().size() == 2);
    CHECK(planner.expansions().back().words == Ids{"ouvriere"});
}

TEST_CASE("more words than can be taken are told to be cut", "[search][positions]") {
    TestRecord many;
    many.id = "many";
    many.facts.emplace_back();
    for (std::size_t i = 0; i <= TermLookup::max_expansion; ++i) many.facts.front() += "trafab" + std::to_string(i) + ' ';
    PlanWorld large({many});
    PatternPlanner planner(large.lookup(), large.analyzer(), layout::body);
    (void)planner.plan(tree_of("trafab*"));
    CHECK(planner.expansions().front().is_cut);
    CHECK(planner.expansions().front().words.size() == TermLookup::max_expansion);
}

TEST_CASE("a pattern's query finds the documents it stands in, and no others with its words", "[search][positions]") {
    auto small = world();
    PatternPlanner planner(small.lookup(), small.analyzer(), layout::body);
    const auto found = [&](const std::string& text) {
        return small.matches(pattern_query(small.view(), planner.plan(tree_of(text)), no_deadline));
    };
    CHECK(found("key /s passport") == Ids{"c"});
    CHECK(found("key /p passport") == Ids{"a", "c"});
    CHECK(found("(key OR clé) /s (passport OR ouvrière)") == Ids{"b", "c"});
    CHECK(found("\"la clé\" /s ouvrieres") == Ids{"b"});
    CHECK(found("\"clé de l'atelier\"") == Ids{"b"});
    CHECK_THROWS_AS(
        small.matches(pattern_query(small.view(), planner.plan(tree_of("key /s passport")), std::chrono::steady_clock::time_point::min())),
        DeadlinePassed);
}

}  // namespace palermo::test
