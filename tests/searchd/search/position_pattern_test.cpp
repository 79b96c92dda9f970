// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/position_pattern.hpp"

#include "searchd/search/pattern_planner.hpp"
#include "tests/searchd/search/plan_world.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

namespace palermo::test {
namespace {

/// One case with this paragraph; its first word has position 102, behind the title "T" and the gap.
PlanWorld world_of(const std::vector<std::string>& paragraphs) {
    TestRecord record;
    record.id = "a";
    record.title = "T";
    record.facts = paragraphs;
    return PlanWorld({record});
}

constexpr std::uint32_t before_text = 101;

/// Where the query stands, in words of the text from 1: "2-5 7".
std::string places(const std::vector<PositionSpan>& spans) {
    std::string all;
    for (const auto& [first, last] : spans) {
        all += (all.empty() ? "" : " ") + std::to_string(first - before_text);
        if (last != first) all += '-' + std::to_string(last - before_text);
    }
    return all;
}

class Text {
public:
    explicit Text(const std::vector<std::string>& paragraphs) : world_(world_of(paragraphs)) {}

    std::string spans(const std::string& query) {
        WordSets sets(world_.snapshot());
        DocumentPositions positions(sets, 1);
        return places(find_spans(plan(query), positions));
    }
    std::string marks(const std::string& query) {
        WordSets sets(world_.snapshot());
        DocumentPositions positions(sets, 1);
        return places(find_marks(plan(query), positions));
    }

private:
    PositionPattern plan(const std::string& query) {
        PatternPlanner planner(world_.lookup(), world_.analyzer(), layout::body);
        return planner.plan(tree_of(query));
    }

    PlanWorld world_;
};

}  // namespace

TEST_CASE("words and phrases stand where they are written", "[search][positions]") {
    //         1    2       3    4  5    6      7
    Text text({"Debt bondage, debts or debt slavery debt."});
    CHECK(text.spans("debt") == "1 3 5 7");
    CHECK(text.spans("\"debt\"") == "1 5 7");
    CHECK(text.spans("\"debt bondage\"") == "1-2");
    CHECK(text.spans("\"bondage debt\"").empty());
    CHECK(text.spans("\"bondage debt\"~") == "2-3");
    CHECK(text.spans("\"debt zebra\"").empty());
    CHECK(text.spans("debt OR slavery") == "1 3 5 6 7");
    CHECK(text.spans("bond*") == "2");
}

TEST_CASE("nearness counts words, neighbours being 1", "[search][positions]") {
    //         1 2 3 4 5 6 7 8
    Text text({"a x x b x x x a"});
    CHECK(text.spans("a NEAR/3 b") == "1-4");
    CHECK(text.spans("a NEAR/2 b").empty());
    CHECK(text.spans("a NEAR/4 b") == "1-4 4-8");
    CHECK(text.spans("b ADJ/4 a") == "4-8");
    CHECK(text.spans("b ADJ/3 a").empty());
    CHECK(text.marks("a NEAR/4 b") == "1 4 8");
    CHECK(text.marks("a NEAR/3 b") == "1 4");
}

TEST_CASE("the same word is not near itself", "[search][positions]") {
    Text once({"debt here"});
    CHECK(once.spans("debt NEAR/5 debt").empty());
    CHECK(once.spans("debt /s debt").empty());
    CHECK(once.spans("\"debt here\" /s here").empty());
    Text twice({"debt and debt"});
    CHECK(twice.spans("debt NEAR/5 debt") == "1-3");
    CHECK(twice.spans("debt /s debt") == "1-3");
}

TEST_CASE("a sentence ends where a reader says it does", "[search][positions]") {
    Text text({"The judge relied on R. v. Tang for control. Mr. J. Smith disagreed, see No. 5 of the annex. The end came."});
    CHECK_FALSE(text.spans("judge /s control").empty());
    CHECK_FALSE(text.spans("relied /s tang").empty());
    CHECK_FALSE(text.spans("smith /s annex").empty());
    CHECK_FALSE(text.spans("mr +s annex").empty());
    CHECK(text.spans("annex +s mr").empty());
    CHECK(text.spans("control /s smith").empty());
    CHECK(text.spans("annex /s end").empty());
    CHECK_FALSE(text.spans("judge /p end").empty());
}

TEST_CASE("nearness ends with the paragraph", "[search][positions]") {
    Text text({"She was paid nothing", "Their passports were kept"});
    CHECK(text.spans("nothing NEAR/100 their").empty());
    CHECK(text.spans("nothing /s their").empty());
    CHECK(text.spans("nothing /p their").empty());
    CHECK(text.spans("\"nothing their\"").empty());
    CHECK(text.spans("\"nothing their\"~50").empty());
}

TEST_CASE("phrases and groups are operands like words", "[search][positions]") {
    //         1   2      3    4  5   6    7        8
    Text text({"The locked drawer of the desk held passports."});
    CHECK(text.spans("\"locked drawer\" /s passport") == "2-8");
    CHECK(text.marks("\"locked drawer\" /s passport") == "2-3 8");
    CHECK(text.spans("passport /s \"drawer locked\"").empty());
    CHECK(text.spans("(key OR drawer) NEAR/5 passport") == "3-8");
    CHECK(text.spans("(desk held) NEAR/2 passport") == "6-8");
    CHECK(text.spans("(locked zebra) /s passport").empty());
    CHECK(text.spans("\"passports held\"~3 /s desk") == "6-8");
}

TEST_CASE("a chain is in any order, unless one is asked for", "[search][positions]") {
    for (const std::string sentence :
         {"alpha beta gamma", "alpha gamma beta", "gamma alpha beta", "gamma beta alpha", "beta alpha gamma", "beta gamma alpha"}) {
        Text text({"Before. " + sentence + ". Behind."});
        INFO(sentence);
        for (const std::string sign : {"/s", "/p", "NEAR/2"}) {
            CHECK(text.spans("alpha " + sign + " beta " + sign + " gamma") == "2-4");
            CHECK(text.spans("alpha " + sign + " (beta " + sign + " gamma)") == "2-4");
        }
        CHECK(text.marks("alpha /s beta /s gamma") == "2 3 4");
        CHECK(text.spans("alpha +s beta +s gamma").empty() == (sentence != "alpha beta gamma"));
        CHECK(text.spans("alpha /s beta /s behind").empty());
    }
    Text interlaced({"one two three four"});
    CHECK(interlaced.spans("(one /s three) /s (two /s four)") == "1-4");
    CHECK(interlaced.spans("(one /s three) /s (three /s four)").empty());
}

}  // namespace palermo::test
