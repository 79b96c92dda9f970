// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/search/answers.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

using Ids = std::vector<std::string>;

const TempIndex& keys() {
    static const TempIndex index{{.id = "both", .title = "First", .facts = {"A key and a passport."}},
                                 {.id = "key", .title = "Second", .facts = {"A key."}},
                                 {.id = "passport", .title = "Third", .facts = {"A passport and a visa."}, .country = "FJ"}};
    return index;
}

SearchResult asked(const std::string& text, MatchMode match) {
    auto searcher = searcher_on(keys());
    SearchRequest request;
    request.text = text;
    request.match = match;
    return answer(searcher, request);
}

bool has_note(const SearchResult& result, const std::string& code) {
    return std::ranges::any_of(result.notes, [&](const Note& note) { return note.code == code; });
}

}  // namespace

TEST_CASE("all words must stand in a case, unless no case has them all", "[search][match]") {
    const auto all = asked("key passport", MatchMode::automatic);
    CHECK(sorted_ids(all) == Ids{"both"});
    CHECK_FALSE(all.matches_any);
    const auto some = asked("key passport zebra", MatchMode::automatic);
    CHECK(sorted_ids(some) == Ids{"both", "key", "passport"});
    CHECK(some.hits.front().id == "both");
    CHECK(some.matches_any);
    CHECK(has_note(some, "any-words"));
}

TEST_CASE("a written AND means and", "[search][match]") {
    const auto result = asked("key AND passport AND zebra", MatchMode::automatic);
    CHECK(result.total == 0);
    CHECK_FALSE(result.matches_any);
    CHECK(asked("key passport AND zebra", MatchMode::automatic).total == 0);
}

TEST_CASE("a text of more than six words may match by any of them", "[search][match]") {
    CHECK(asked("a key and a passport visa", MatchMode::automatic).matches_any);
    const auto text = asked("a key and a passport and nothing", MatchMode::automatic);
    CHECK(text.matches_any);
    CHECK(has_note(text, "long-text"));
    CHECK(text.hits.front().id == "both");
}

TEST_CASE("who asks for all or any is given that", "[search][match]") {
    CHECK(asked("key passport zebra", MatchMode::all).total == 0);
    CHECK(sorted_ids(asked("key passport", MatchMode::any)) == Ids{"both", "key", "passport"});
    CHECK(asked("key passport", MatchMode::any).hits.front().id == "both");
    CHECK(asked("a key and a passport and nothing", MatchMode::all).total == 0);
}

TEST_CASE("what is no plain word must match in any mode", "[search][match]") {
    CHECK(sorted_ids(asked("key zebra country:FJ", MatchMode::automatic)).empty());
    CHECK(sorted_ids(asked("passport zebra country:FJ", MatchMode::automatic)) == Ids{"passport"});
    CHECK(sorted_ids(asked("key passport -visa", MatchMode::any)) == Ids{"both", "key"});
    CHECK(sorted_ids(asked("key zebra \"a visa\"", MatchMode::automatic)).empty());
}

TEST_CASE("a single word among any words is the label of a concept too", "[search][match]") {
    const TempIndex threats{{.id = "says-it", .title = "First", .facts = {"A threat and a fee."}},
                            {.id = "tagged", .title = "Second", .facts = {"A car."}, .evidential_issues = {{.id = "threats"}}},
                            {.id = "fee", .title = "Third", .facts = {"The fee was paid, a fee for a boat."}},
                            {.id = "neither", .title = "Fourth", .facts = {"A boat."}}};
    auto searcher = searcher_on(threats);
    SearchRequest request;
    request.text = "threats";
    const auto all = sorted_ids(answer(searcher, request));
    request.match = MatchMode::any;
    const auto any = answer(searcher, request);
    CHECK(all == Ids{"says-it", "tagged"});
    CHECK(sorted_ids(any) == all);
    // What says the word comes before what is only catalogued under it.
    CHECK(any.hits.front().id == "says-it");
    request.text = "threats fee";
    const auto either = answer(searcher, request);
    CHECK(sorted_ids(either) == Ids{"fee", "says-it", "tagged"});
    CHECK(either.hits.front().id == "says-it");
    // No case has all, or it is a text.
    CHECK(sorted_ids(answer(searcher, "amenazas zebra")) == Ids{"says-it", "tagged"});
    CHECK(sorted_ids(answer(searcher, "amenazas zebra zebra zebra zebra zebra zebra")) == Ids{"says-it", "tagged"});
}

TEST_CASE("a very long text is searched by its rarest words", "[search][match]") {
    std::string text = "visa";
    for (int i = 0; i < 200; ++i) text += " word" + std::to_string(i);
    const auto result = asked(text, MatchMode::automatic);
    CHECK(has_note(result, "long-text"));
    CHECK(sorted_ids(result) == Ids{"passport"});
}

TEST_CASE("a named case comes first, with a note", "[search][match]") {
    auto searcher = searcher_on(three_segments());
    const auto named = answer(searcher, "bondage in R v. Tang");
    CHECK(named.hits.front().id == "escape-convicted");
    CHECK(has_note(named, "case-name"));
    CHECK_FALSE(has_note(answer(searcher, "R v. Nobody"), "case-name"));
    CHECK(has_note(answer(searcher, "[1999] EWCA Crim 1"), "citation-not-held"));
}

}  // namespace palermo::test
