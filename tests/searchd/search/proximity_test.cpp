// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/proximity.hpp"

#include "searchd/search/match_set.hpp"
#include "tests/searchd/search/answers.hpp"
#include "tests/searchd/search/plan_world.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace palermo::test {
namespace {

constexpr int with_both_words = 60;

std::string repeated(const std::string& word, int times) {
    std::string words;
    for (int i = 0; i < times; ++i) words += ' ' + word;
    return words;
}

/// The two words, one to eight apart, once or more often, in a text that is much longer or shorter than the next case's: so that what they
/// weigh alone is farther apart than what nearness can add, and another order than by that.
TestRecord case_of(int number) {
    const int distance = number * 5 % 8 + 1;
    const int times = number * number % 13 + 1;
    const int words_behind = number * 7 % 60 * 20;
    const auto pair = "violin" + repeated("sand", distance - 1) + " trumpet" + repeated("stone", 12);
    return {.id = "case-" + std::to_string(number),
            .title = "T",
            .facts = {"So" + repeated(pair, times) + repeated("stone", words_behind) + '.'}};
}

/// And as many cases without the words: what all cases have weighs nothing.
std::vector<TestRecord> cases() {
    std::vector<TestRecord> all;
    for (int i = 0; i < with_both_words; ++i) {
        all.push_back(case_of(i));
        all.push_back({.id = "other-" + std::to_string(i), .title = "T", .facts = {"Sand and stone."}});
    }
    return all;
}

using Ranking = std::vector<std::pair<std::string, double>>;

Ranking ranking_of(const SearchResult& result) {
    Ranking ranking;
    for (const auto& hit : result.hits) ranking.emplace_back(hit.id, hit.score);
    return ranking;
}

/// The first cases, on pages of a size, one behind the other.
Ranking on_pages(Searcher& searcher, std::uint32_t size, std::size_t cases) {
    SearchRequest request;
    request.text = "violin trumpet";
    request.size = size;
    Ranking all;
    for (; all.size() < cases; ++request.page) {
        const auto page = ranking_of(answer(searcher, request));
        REQUIRE(page.size() == size);
        all.insert(all.end(), page.begin(), page.end());
    }
    all.resize(cases);
    return all;
}

}  // namespace

TEST_CASE("a page has the same cases with the same scores, however few are weighed in full for it", "[search][proximity]") {
    const TempIndex index(cases());
    auto searcher = searcher_on(index);
    const auto whole = on_pages(searcher, rescoring_depth, rescoring_depth);
    std::set<double> scores;
    for (const auto& [id, score] : whole) scores.insert(score);
    CHECK(scores.size() > rescoring_depth / 2);
    CHECK(std::ranges::is_sorted(whole, std::ranges::greater(), &Ranking::value_type::second));
    for (const std::uint32_t size : {1U, 3U, 7U}) {
        INFO("pages of " << size);
        // A page that begins behind the depth is not weighed in full, and one that ends behind it not to its end.
        const auto weighed = rescoring_depth / size * size;
        CHECK(on_pages(searcher, size, weighed) == Ranking(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(weighed)));
    }
}

TEST_CASE("what nearness adds is never more than the most that it is said to add", "[search][proximity]") {
    PlanWorld world(cases());
    const auto planned = plan_query(tree_of("violin trumpet"), SearchRequest{}, MatchMode::all, world.context(),
                                    std::chrono::steady_clock::time_point::max());
    REQUIRE(std::holds_alternative<QueryPlan>(planned));
    const auto& near = std::get<QueryPlan>(planned).near;
    REQUIRE(near.size() == 2);
    WordSets sets(world.snapshot());
    std::set<double> bonuses;
    for (int i = 0; i < with_both_words; ++i) {
        DocumentPositions positions(sets, world.snapshot().find("case-" + std::to_string(i)).value());
        const auto bonus = proximity_bonus(near, positions);
        CHECK(bonus > 0);
        CHECK(most_proximity_bonus(near) >= bonus);
        bonuses.insert(bonus);
    }
    // They are as different as the texts, and the largest is not far from the most.
    CHECK(bonuses.size() > with_both_words / 2);
    CHECK(*bonuses.rbegin() > most_proximity_bonus(near) / 2);
}

}  // namespace palermo::test
