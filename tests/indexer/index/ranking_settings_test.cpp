// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/ranking_settings.hpp"

#include "tests/support/catch.hpp"

namespace palermo::test {

TEST_CASE("an empty collection ranks by the usual setting", "[index]") {
    CHECK(choose_ranking(0, 0) == RankingSettings());
    CHECK(choose_ranking(0, 5) == RankingSettings());
}

TEST_CASE("the longer the texts, the more their length is held against them", "[index]") {
    const auto records = choose_ranking(100'000, 500);
    const auto judgments = choose_ranking(5'000'000, 500);
    CHECK(records == RankingSettings());
    CHECK(judgments.b > records.b);
    CHECK(judgments.k1 > records.k1);
}

TEST_CASE("only the average length counts", "[index]") {
    for (const std::uint64_t average : {1U, 200U, 1'499U, 1'500U, 100'000U})
        CHECK(choose_ranking(average, 1) == choose_ranking(average * 1'000'000, 1'000'000));
    CHECK_FALSE(choose_ranking(1'499, 1) == choose_ranking(1'500, 1));
}

}  // namespace palermo::test
