// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/query_parts.hpp"

#include "tests/searchd/search/answers.hpp"
#include "tests/searchd/search/plan_world.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace palermo::test {
namespace {

/// "kind text" of each part.
std::vector<std::string> summary(const std::vector<QueryPart>& parts) {
    std::vector<std::string> all;
    for (const auto& part : parts) all.push_back(part.kind + ' ' + part.text);
    return all;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("each part has its kind, its words, and the query without it", "[search][parts]") {
    QueryParts parts(group_of("passport \"locked drawer\" (a OR b) -visa a /s b title:x country:NZ year:2010"));
    const auto told = parts.take();
    CHECK(summary(told) == Strings{"word passport", "phrase \"locked drawer\"", "group a OR b", "exclusion NOT visa", "nearness a /s b",
                                   "field title:x", "filter country:NZ", "range year:2010"});
    CHECK(told.front().without == "\"locked drawer\" (a OR b) NOT visa a /s b title:x country:NZ year:2010");
    CHECK(told.back().without == "passport \"locked drawer\" (a OR b) NOT visa a /s b title:x country:NZ");
}

TEST_CASE("the words of a label are one part, with a query for its words only", "[search][parts]") {
    QueryParts parts(group_of("passport debt bondage"));
    const NamedByQuery named{Facet::legal_concept, {"debt-bondage", "debt bondage"}};
    parts.tell_concept({1, 3}, named);
    parts.tell_concept({1, 3}, named);
    const auto told = parts.take();
    CHECK(summary(told) == Strings{"word passport", "concept debt bondage"});
    CHECK(told.back().without == "passport");
    CHECK(told.back().words_only == "passport text:(debt bondage)");
    CHECK(told.back().concepts.size() == 1);
}

TEST_CASE("what is asked for again goes with the part that asks first", "[search][parts]") {
    QueryParts parts(group_of("debt bondage key debt bondage key visa"));
    const NamedByQuery named{Facet::legal_concept, {"debt-bondage", "debt bondage"}};
    parts.tell_concept({0, 2}, named);
    parts.tell_repeat({0, 2}, {3, 5});
    parts.tell_repeat({2, 3}, {5, 6});
    const auto told = parts.take();
    CHECK(summary(told) == Strings{"concept debt bondage", "word key", "word visa"});
    CHECK(told[0].without == "key key visa");
    CHECK(told[0].words_only == "text:(debt bondage) key key visa");
    CHECK(told[1].without == "debt bondage debt bondage visa");

    auto searcher = searcher_on(three_segments());
    CHECK(summary(answer(searcher, "key passport Key \"a key\" key \"a key\"").parts) ==
          Strings{"word key", "word passport", "phrase \"a key\""});
    // Words that a script without spaces writes in one are no part of their own.
    CHECK(summary(answer(searcher, "被害人 被害人受债役控制").parts).size() == 2);
}

TEST_CASE("an answer tells how its query was read", "[search][parts]") {
    auto searcher = searcher_on(three_segments());
    const auto concepts = answer(searcher, "debt bondage").parts;
    REQUIRE(summary(concepts) == Strings{"concept debt bondage"});
    CHECK(concepts.front().concepts.size() == 2);
    CHECK(concepts.front().without.empty());
    CHECK(sorted_ids(answer(searcher, concepts.front().words_only)) == Strings{"bondage-late", "escape-convicted", "smugglers"});

    const auto phrase = answer(searcher, "\"servidumbre por deudas\"").parts;
    CHECK(phrase.front().kind == "phrase");
    CHECK(phrase.front().concepts.size() == 2);
    CHECK(phrase.front().words_only == "text:\"servidumbre por deudas\"");

    const auto star = answer(searcher, "passp*").parts;
    CHECK(star.front().expanded.size() == 2);
    CHECK(answer(searcher, "tang country:australia").parts.back().label == "Australia");
}

TEST_CASE("words only means the words and no catalogue", "[search][parts]") {
    auto searcher = searcher_on(three_segments());
    for (const std::string text : {"debt bondage", "\"debt bondage\"", "slavery -tang", "exploitation"}) {
        for (const auto& part : answer(searcher, text).parts) {
            if (part.concepts.empty()) continue;
            INFO(part.words_only);
            const auto narrow = answer(searcher, part.words_only);
            CHECK(std::ranges::all_of(narrow.parts, [](const QueryPart& other) { return other.concepts.empty(); }));
        }
    }
}

}  // namespace palermo::test
