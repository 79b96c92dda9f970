// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/reference.hpp"

#include "tests/bench/search/statistics.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"

namespace palermo::bench {
namespace {

/// Answers that took so many milliseconds each.
ModeResult answers(const std::vector<double>& times) {
    ModeResult result;
    for (const auto time : times) {
        auto& answer = result.answers.emplace_back();
        answer.microseconds = 2'000 * time;
        answer.cpu_microseconds = 1'000 * time;
    }
    return result;
}

ContestantResult contestant(const std::string& key, const std::vector<double>& times) {
    ContestantResult made;
    made.contestant.key = key;
    made.modes[Mode::facets] = answers(times);
    return made;
}

SearchResults two(const std::vector<double>& ours, const std::vector<double>& theirs) {
    SearchResults results;
    results.questions.resize(std::max(ours.size(), theirs.size()));
    results.contestants.push_back(contestant("palermo", ours));
    results.contestants.push_back(contestant("sqlite", theirs));
    return results;
}

}  // namespace

TEST_CASE("A ratio falls when it is more than a fifth below the reference") {
    const Ratios reference{{"facets sqlite", 10}, {"facets lucene", 1}, {"hits xapian", 0.5}};
    CHECK(fallen({{"facets sqlite", 8.1}, {"facets lucene", 0.81}, {"hits xapian", 0.9}}, reference).empty());
    CHECK(fallen({{"facets sqlite", 7.9}, {"facets lucene", 1}, {"hits xapian", 0.39}}, reference) ==
          std::vector<std::string>{"facets sqlite", "hits xapian"});
}

TEST_CASE("A peer that was not measured fails nothing") { CHECK(fallen({{"facets sqlite", 10}}, {{"facets lucene", 1}}).empty()); }

TEST_CASE("Measured twice, the better counts") {
    const auto better = better_of({{"facets sqlite", 7}, {"hits xapian", 1}}, {{"facets sqlite", 9}, {"hits xapian", 0.5}});
    CHECK(better == Ratios{{"facets sqlite", 9}, {"hits xapian", 1}});
}

TEST_CASE("The reference of a size is read as it was written, and the other sizes stay") {
    const test::TempDirectory directory;
    const auto file = directory.path() / "reference.json";
    CHECK(read_reference(file, "smallest").empty());
    write_reference(file, "smallest", {{"facets sqlite", 10.126}});
    write_reference(file, "middle", {{"facets lucene", 1}});
    write_reference(file, "smallest", {{"facets sqlite", 12}, {"hits xapian", 0.25}});
    CHECK(read_reference(file, "smallest") == Ratios{{"facets sqlite", 12}, {"hits xapian", 0.25}});
    CHECK(read_reference(file, "middle") == Ratios{{"facets lucene", 1}});
    CHECK(read_reference(file, "large").empty());
}

TEST_CASE("Speeds are compared over the questions that both have answered") {
    const auto results = two({1, 1, 100}, {10, 20});
    const auto ratio = speed(results, Mode::facets, "sqlite");
    REQUIRE(ratio);
    CHECK(*ratio == Approx(15));
    CHECK_FALSE(speed(results, Mode::hits, "sqlite"));
    CHECK_FALSE(speed(results, Mode::facets, "lucene"));
    CHECK(measured_ratios({results}) == Ratios{{"short facets sqlite", 15}});
}

TEST_CASE("Quantiles are values that occur") {
    CHECK(quantile({3, 1, 2}, 0.5) == 2);
    CHECK(quantile({5}, 0.99) == 5);
    CHECK(quantile({}, 0.5) == 0);
}

}  // namespace palermo::bench
