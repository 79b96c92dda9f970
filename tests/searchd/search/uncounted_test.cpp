// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/search/answers.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <variant>
#include <vector>

namespace palermo::test {
namespace {

const std::vector<std::string>& texts() {
    static const std::vector<std::string> all{"",
                                              "debt",
                                              "debt bondage",
                                              "\"debt bondage\"",
                                              "debt OR passport",
                                              "-debt",
                                              "passp*",
                                              "bondage /s debt",
                                              "exploitation",
                                              "zebra",
                                              "key NOT key",
                                              "country:Australia"};
    return all;
}

SearchRequest request_of(const std::string& text, std::uint32_t page, std::uint32_t size) {
    SearchRequest request;
    request.text = text;
    request.page = page;
    request.size = size;
    return request;
}

}  // namespace

TEST_CASE("without counts the same cases come in the same order, and what is said of the total is true", "[search]") {
    auto searcher = searcher_on(three_segments());
    for (const auto& text : texts()) {
        for (const auto sort : {SortOrder::relevance, SortOrder::newest, SortOrder::oldest}) {
            for (std::uint32_t page = 1; page <= 4; ++page) {
                auto request = request_of(text, page, 3);
                request.sort = sort;
                request.facets[Facet::outcome].excluded = {"acquitted"};
                const auto counted = answer(searcher, request);
                request.wants_counts = false;
                const auto quick = answer(searcher, request);
                INFO(text << ", page " << page << ": " << quick.total << " of " << counted.total);
                CHECK(ids(quick) == ids(counted));
                CHECK(quick.facets.empty());
                CHECK(counted.total_is_exact);
                CHECK_FALSE(counted.facets.empty());
                CHECK(quick.total <= counted.total);
                if (quick.total_is_exact) CHECK(quick.total == counted.total);
                // Another page is announced when there is one.
                if (!quick.hits.empty()) CHECK((quick.total > page * request.size) == (counted.total > page * request.size));
                if (page == 1) CHECK(quick.relaxations.size() == counted.relaxations.size());
            }
        }
    }
}

TEST_CASE("a page that holds all cases gives their exact number uncounted", "[search]") {
    auto searcher = searcher_on(three_segments());
    auto request = request_of("debt bondage", 1, 5);
    request.wants_counts = false;
    CHECK(answer(searcher, request).total_is_exact);
    CHECK(answer(searcher, request).total == 5);
    request.size = 4;
    CHECK_FALSE(answer(searcher, request).total_is_exact);
    CHECK(answer(searcher, request).total == 5);
    request = request_of("zebra", 1, 5);
    request.wants_counts = false;
    CHECK(answer(searcher, request).total_is_exact);
    CHECK(answer(searcher, request).total == 0);
}

TEST_CASE("what needs no words is known exactly without its facets, and further counts come when they are asked for", "[search]") {
    auto searcher = searcher_on(three_segments());
    for (const auto& text : {"", "debt"}) {
        auto request = request_of(text, 1, 2);
        request.counts.pivots = {{PivotSide::country, PivotSide::outcome}};
        request.counts.histograms = {HistogramUnit::year};
        const auto counted = answer(searcher, request);
        request.wants_counts = false;
        const auto quick = answer(searcher, request);
        INFO(text);
        CHECK(quick.facets.empty());
        CHECK(quick.total_is_exact);
        CHECK(quick.total == counted.total);
        REQUIRE(quick.tables.pivots.size() == 1);
        CHECK(quick.tables.pivots.front().cells.size() == counted.tables.pivots.front().cells.size());
        CHECK_FALSE(quick.tables.pivots.front().cells.empty());
        REQUIRE(quick.tables.histograms.size() == 1);
        CHECK(quick.tables.histograms.front().buckets.size() == counted.tables.histograms.front().buckets.size());
    }
    auto filtered = request_of("", 2, 3);
    filtered.facets[Facet::outcome].excluded = {"acquitted"};
    const auto counted = answer(searcher, filtered);
    filtered.wants_counts = false;
    const auto quick = answer(searcher, filtered);
    CHECK(quick.total_is_exact);
    CHECK(quick.total == counted.total);
    CHECK(ids(quick) == ids(counted));
}

TEST_CASE("similar cases come without counts, too", "[search]") {
    auto searcher = searcher_on(three_segments());
    SearchRequest request;
    request.similar_to = "escape-convicted";
    request.wants_counts = false;
    const auto answered = searcher.similar(request, std::chrono::steady_clock::now() + std::chrono::minutes{1});
    REQUIRE(answered.has_value());
    REQUIRE(answered->has_value());
    const auto& result = std::get<SearchResult>(**answered);
    CHECK_FALSE(result.hits.empty());
    CHECK(result.facets.empty());
}

TEST_CASE("who wants the first cases only gets the beginning of all", "[search]") {
    auto searcher = searcher_on(three_segments());
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes{1};
    const auto all = std::get<SearchResult>(*searcher.find_all(request_of("debt bondage", 7, 1), deadline));
    CHECK(all.hits.size() == 5);
    CHECK(all.total == 5);
    CHECK(all.total_is_exact);
    for (std::uint32_t most = 1; most <= 6; ++most) {
        const auto some = std::get<SearchResult>(*searcher.find(request_of("debt bondage", 1, 20), most, deadline));
        const auto expected = ids(all);
        const auto size = std::min<std::size_t>(most, expected.size());
        CHECK(ids(some) == std::vector<std::string>(expected.begin(), expected.begin() + static_cast<std::ptrdiff_t>(size)));
        CHECK(some.total_is_exact == (most >= 5));
    }
}

TEST_CASE("the clock of a search learns of every phase that came about", "[search]") {
    auto searcher = searcher_on(three_segments());
    auto request = request_of("debt", 1, 5);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes{1};
    PhaseClock clock;
    REQUIRE(searcher.search(request, deadline, clock).has_value());
    for (const auto phase : {Phase::parse, Phase::plan, Phase::match, Phase::facets, Phase::passages})
        CHECK(clock.read().of(phase) > PhaseTimes::Duration::zero());
    CHECK(clock.read().of(Phase::render) == PhaseTimes::Duration::zero());
    request.wants_counts = false;
    PhaseClock other;
    REQUIRE(searcher.search(request, deadline, other).has_value());
    CHECK(other.read().of(Phase::facets) == PhaseTimes::Duration::zero());
}

}  // namespace palermo::test
