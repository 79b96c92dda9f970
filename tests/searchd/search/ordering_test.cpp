// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/match_set.hpp"

#include "tests/searchd/search/answers.hpp"
#include "tests/support/catch.hpp"

#include <set>

namespace palermo::test {

TEST_CASE("newest and oldest first, and undated cases last in both", "[search]") {
    auto searcher = searcher_on(three_segments());
    SearchRequest request;
    request.sort = SortOrder::newest;
    const auto newest = ids(answer(searcher, request));
    CHECK(newest.front() == "europe");
    CHECK(newest.back() == "bare");
    request.sort = SortOrder::oldest;
    const auto oldest = ids(answer(searcher, request));
    CHECK(oldest.front() == "smugglers");
    CHECK(oldest.back() == "bare");
    CHECK(ids(answer(searcher, SearchRequest{})) == newest);
}

TEST_CASE("all pages together show every case once", "[search]") {
    auto searcher = searcher_on(three_segments());
    for (const std::string text : {"", "debt OR passport OR bondage"}) {
        SearchRequest request;
        request.text = text;
        request.size = 2;
        const auto total = answer(searcher, request).total;
        std::multiset<std::string> seen;
        for (request.page = 1; request.page <= total / 2 + 2; ++request.page) {
            for (const auto& id : ids(answer(searcher, request))) seen.insert(id);
        }
        CHECK(seen.size() == total);
        CHECK(std::set<std::string>(seen.begin(), seen.end()).size() == total);
    }
}

TEST_CASE("a case that is about the words comes before one that mentions one", "[search]") {
    auto searcher = searcher_on(three_segments());
    const auto found = ids(answer(searcher, "debt OR bondage OR women"));
    REQUIRE_FALSE(found.empty());
    CHECK(found.front() == "escape-convicted");
}

}  // namespace palermo::test
