// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/explainer.hpp"

#include "tests/searchd/search/answers.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <numeric>
#include <string>

namespace palermo::test {
namespace {

SearchResult explained(Searcher& searcher, const std::string& text) {
    SearchRequest request;
    request.text = text;
    request.explain = true;
    return answer(searcher, request);
}

bool mentions(const Explanation& explanation, const std::string& form) {
    return std::ranges::any_of(explanation.forms, [&](const std::string& other) { return other.find(form) != std::string::npos; });
}

const Explanation* part_of(const Hit& hit, const std::string& name) {
    const auto found = std::ranges::find(hit.explanation, name, &Explanation::part);
    return found == hit.explanation.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a hit says which words it was found by, where, how often and in which language", "[search][explain]") {
    auto searcher = searcher_on(three_segments());
    const auto result = explained(searcher, "ouvrier");
    REQUIRE(result.hits.size() == 1);
    const auto* part = part_of(result.hits.front(), "ouvrier");
    REQUIRE(part != nullptr);
    CHECK(part->weight > 0);
    CHECK(mentions(*part, "\"ouvri…\" 1 time in the text (fr)"));
}

TEST_CASE("a hit that only the catalogue found says so", "[search][explain]") {
    auto searcher = searcher_on(three_segments());
    const auto result = explained(searcher, "\"debt bondage\"");
    const auto hit = std::ranges::find(result.hits, std::string("escape-acquitted"), &Hit::id);
    REQUIRE(hit != result.hits.end());
    const auto* part = part_of(*hit, "\"debt bondage\"");
    REQUIRE(part != nullptr);
    CHECK(mentions(*part, "Legal concept: debt bondage"));
}

TEST_CASE("parts that add nothing are left out, and nothing is said unasked", "[search][explain]") {
    auto searcher = searcher_on(three_segments());
    const auto result = explained(searcher, "passport OR vessel");
    for (const auto& hit : result.hits) {
        CHECK_FALSE(hit.explanation.empty());
        for (const auto& part : hit.explanation) CHECK(part.weight > 0);
    }
    CHECK(answer(searcher, "passport").hits.front().explanation.empty());
}

}  // namespace palermo::test
