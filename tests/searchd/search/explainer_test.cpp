// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/explainer.hpp"

#include "tests/searchd/search/answers.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

SearchResult explained(Searcher& searcher, const std::string& text, const std::string& lang = "en") {
    SearchRequest request;
    request.text = text;
    request.lang = lang;
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
    const auto in_french = explained(searcher, "\"debt bondage\"", "fr");
    const auto same = std::ranges::find(in_french.hits, std::string("escape-acquitted"), &Hit::id);
    REQUIRE(same != in_french.hits.end());
    REQUIRE(part_of(*same, "\"debt bondage\"") != nullptr);
    CHECK(mentions(*part_of(*same, "\"debt bondage\""), "Legal concept: servitude pour dettes"));
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

TEST_CASE("what is added makes the score, in every order and on every page", "[search][explain]") {
    std::vector<TestRecord> records;
    for (int i = 0; i < 70; ++i) {
        records.push_back({.id = "case-" + std::to_string(i),
                           .title = i % 3 == 0 ? "The passports" : "A case",
                           .facts = {i % 2 == 0 ? "A passport in a drawer." : "Passports, and far away from them all there was a drawer."},
                           .court_level = i % 5 == 0 ? "supreme" : "",
                           .decided = std::to_string(1990 + i % 30)});
    }
    const TempIndex index(records);
    auto searcher = searcher_on(index);
    for (const auto order : {SortOrder::relevance, SortOrder::newest, SortOrder::oldest}) {
        for (const std::uint32_t size : {30U, 100U}) {
            SearchRequest request;
            request.text = "passport drawer";
            request.explain = true;
            request.sort = order;
            request.size = size;
            for (request.page = 1; (request.page - 1) * size < records.size(); ++request.page) {
                for (const auto& hit : answer(searcher, request).hits) {
                    const auto total = std::accumulate(hit.explanation.begin(), hit.explanation.end(), 0.0,
                                                       [](double sum, const Explanation& part) { return sum + part.weight; });
                    INFO(hit.id);
                    CHECK(total == Approx(hit.score).margin(0.005));
                }
            }
        }
    }
}

TEST_CASE("a case has the same score in every order, explained or not", "[search][explain]") {
    auto searcher = searcher_on(three_segments());
    SearchRequest request;
    request.text = "debt bondage";
    const auto score_of = [&](const std::string& id) {
        const auto result = answer(searcher, request);
        const auto hit = std::ranges::find(result.hits, id, &Hit::id);
        REQUIRE(hit != result.hits.end());
        return hit->score;
    };
    const auto score = score_of("bondage-late");
    for (const auto order : {SortOrder::newest, SortOrder::oldest, SortOrder::relevance}) {
        request.sort = order;
        request.explain = !request.explain;
        CHECK(score_of("bondage-late") == Approx(score));
    }
}

}  // namespace palermo::test
