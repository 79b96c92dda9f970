// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/query/query_generator.hpp"
#include "tests/searchd/search/answers.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

namespace palermo::test {

TEST_CASE("no query of any kind makes a search fail, and every repair is answered", "[search]") {
    auto searcher = searcher_on(three_segments());
    query::test::QueryGenerator generator(11);
    const auto no_deadline = std::chrono::steady_clock::time_point::max();
    for (auto left = query::test::queries_to_try(20'000) / 10; left > 0; --left) {
        SearchRequest request;
        request.text = generator.next();
        request.explain = left % 7 == 0;
        INFO("query: " << request.text);
        auto answered = searcher.search(request, no_deadline);
        REQUIRE(answered.has_value());
        const auto* error = std::get_if<QueryError>(&*answered);
        if (error == nullptr) continue;
        CHECK_FALSE(error->message.empty());
        CHECK(error->offset <= request.text.size());
        for (int mendings = 0; error != nullptr && !error->repair.empty(); ++mendings) {
            // The repair of a slip may have a value that is unknown, but never a slip, and it ends.
            REQUIRE(mendings < 64);
            request.text = error->repair;
            INFO("repaired: " << request.text);
            answered = searcher.search(request, no_deadline);
            REQUIRE(answered.has_value());
            error = std::get_if<QueryError>(&*answered);
        }
    }
}

TEST_CASE("any of the words finds whatever all of them find", "[search]") {
    auto searcher = searcher_on(three_segments());
    query::test::QueryGenerator generator(12);
    const std::vector<std::string> labels{
        "trata", "slavery tang", "exploitation \"debt\"", "deception threats", "esclavage bondage -passport", "serfdom R v Tang"};
    const auto found = [&](const std::string& text, MatchMode match) {
        SearchRequest request;
        request.text = text;
        request.match = match;
        const auto answered = searcher.search(request, std::chrono::steady_clock::time_point::max());
        REQUIRE(answered.has_value());
        const auto* result = std::get_if<SearchResult>(&*answered);
        return result == nullptr ? std::vector<std::string>() : sorted_ids(*result);
    };
    const auto tries = query::test::queries_to_try(20'000) / 10;
    for (std::size_t i = 0; i < tries + labels.size(); ++i) {
        const auto text = i < labels.size() ? labels[i] : generator.next();
        INFO("query: " << text);
        const auto all = found(text, MatchMode::all);
        const auto any = found(text, MatchMode::any);
        CHECK(std::ranges::includes(any, all));
    }
}

}  // namespace palermo::test
