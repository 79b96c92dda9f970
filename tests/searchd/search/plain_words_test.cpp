// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/plain_words.hpp"

#include "tests/searchd/search/plan_world.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {
namespace {

using Kind = PositionPattern::Kind;

/// The words as typed, a bar between two, and which node each is of.
std::string split(PlanWorld& world, const std::string& text) {
    const auto nodes = group_of(text);
    const auto run = read_plain_run(nodes, layout::body, world.lookup(), world.analyzer());
    std::string all;
    for (const auto& word : run.words)
        all += (all.empty() ? "" : "|") + run.text.substr(word.begin, word.end - word.begin) + ':' + std::to_string(word.child);
    return all;
}

PlainWord only_word(PlanWorld& world, const std::string& text) {
    auto run = read_plain_run(group_of(text), layout::body, world.lookup(), world.analyzer());
    REQUIRE(run.words.size() == 1);
    return std::move(run.words.front());
}

}  // namespace

TEST_CASE("a run of plain words knows where each was typed", "[search]") {
    PlanWorld world({{.id = "a"}});
    CHECK(split(world, "R v. Tang") == "R:0|v:1|Tang:2");
    CHECK(split(world, "2-13-CR passport") == "2-13-CR:0|passport:1");
    CHECK(split(world, "and/or [2013] EWCA") == "and/or:0|2013:1|EWCA:2");
    CHECK(split(world, "O'Brien's U.S.C.") == "O'Brien's:0|U.S.C:1");
    CHECK(split(world, "… key") == "key:1");
}

TEST_CASE("what is typed as one word of several is found as a phrase", "[search]") {
    PlanWorld world({{.id = "a"}});
    const auto number = only_word(world, "2-13-CR");
    CHECK(number.pattern.kind == Kind::phrase);
    CHECK(number.pattern.parts.size() == 3);
    CHECK(only_word(world, "passport").pattern.kind == Kind::terms);
}

TEST_CASE("a word begins behind its article too", "[search]") {
    PlanWorld world({{.id = "a"}});
    const auto word = only_word(world, "l’ouvrière");
    CHECK(word.pattern.kind == Kind::any);
    CHECK(word.inner_begin == std::string("l’").size());
    CHECK(only_word(world, "ouvrière").inner_begin == 0);
    CHECK(only_word(world, "ouvrière").word == "ouvriere");
    CHECK(only_word(world, "ouvrière").exact == "ouvrière");
    // In a French text "O'Brien" is two words, so "Brien" is looked for too; but "s" and "t" are no words.
    CHECK(only_word(world, "O'Brien").inner_begin == 2);
    CHECK(only_word(world, "victim's").pattern.kind == Kind::terms);
    CHECK(only_word(world, "don’t").pattern.kind == Kind::terms);
}

TEST_CASE("a script without spaces gives its words", "[search]") {
    PlanWorld world({{.id = "a"}});
    const auto run = read_plain_run(group_of("被害人护照"), layout::body, world.lookup(), world.analyzer());
    CHECK(run.words.size() >= 2);
    CHECK(run.words.back().end == run.text.size());
}

}  // namespace palermo::test
