// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/ranking_settings.hpp"

#include "tests/support/catch.hpp"

namespace palermo::test {

TEST_CASE("an empty collection ranks by the usual setting", "[index]") { CHECK(choose_ranking(0, 0) == RankingSettings()); }

TEST_CASE("the longer the texts, the more length and repetition count, within bounds", "[index]") {
    auto shorter = choose_ranking(1, 1);
    for (const std::uint64_t average : {50U, 150U, 200U, 250U, 1'000U, 100'000U}) {
        const auto longer = choose_ranking(average, 1);
        CHECK(longer.b >= shorter.b);
        CHECK(longer.k1 >= shorter.k1);
        shorter = longer;
    }
    CHECK(choose_ranking(25, 1) == choose_ranking(1, 1));
    CHECK(choose_ranking(5'000, 1) == choose_ranking(100'000, 1));
    CHECK(choose_ranking(5'000, 1).b > choose_ranking(25, 1).b);
    CHECK(choose_ranking(5'000, 1).k1 > choose_ranking(25, 1).k1);
}

TEST_CASE("only the average length counts", "[index]") {
    for (const std::uint64_t average : {1U, 200U, 1'500U, 100'000U})
        CHECK(choose_ranking(average, 1) == choose_ranking(average * 1'000'000, 1'000'000));
}

}  // namespace palermo::test
