// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/answer_check.hpp"

#include "tests/support/catch.hpp"

namespace palermo::bench {
namespace {

TimedAnswer answer(std::uint64_t total, std::uint64_t hash) {
    TimedAnswer made;
    made.total = total;
    made.counts_hash = hash;
    made.ids = {"a", "b"};
    return made;
}

/// Ours, and another's answers to as many questions of one word.
SearchResults beside(const std::string& key, const std::vector<TimedAnswer>& ours, const std::vector<TimedAnswer>& theirs) {
    SearchResults results;
    for (std::size_t i = 0; i < ours.size(); ++i)
        results.questions.push_back({.kind = QuestionKind::term, .join = Join::all, .words = {"debt"}, .choices = {}});
    for (const auto& [name, answers] : {std::pair(std::string("palermo"), ours), std::pair(key, theirs)}) {
        auto& one = results.contestants.emplace_back();
        one.contestant.key = name;
        one.modes[Mode::facets].answers = answers;
    }
    return results;
}

AnswerCheck only_check(const SearchResults& results) {
    const auto checks = check_answers(results);
    REQUIRE(checks.size() == 1);
    return checks.front();
}

}  // namespace

TEST_CASE("Who gives the same totals and counts agrees") {
    const auto check = only_check(beside("xapian_spy", {answer(5, 1), answer(900, 2)}, {answer(5, 1), answer(900, 2)}));
    CHECK(check.agrees());
    CHECK(check.same_total == 2);
    CHECK(check.same_counts == 2);
    CHECK(check.same_hits == Approx(1));
}

TEST_CASE("Another stemmer may be near in most and far in few") {
    const std::vector ours(10, answer(1'000, 1));
    std::vector theirs(10, answer(1'020, 2));
    theirs[0] = answer(500, 3);
    CHECK(only_check(beside("lucene", ours, theirs)).agrees());
    theirs[1] = theirs[2] = theirs[0];
    CHECK_FALSE(only_check(beside("lucene", ours, theirs)).agrees());
}

TEST_CASE("The same stemmer has to give the same counts for the same total") {
    const std::vector ours(10, answer(1'000, 1));
    CHECK_FALSE(only_check(beside("xapian_spy", ours, std::vector(10, answer(1'000, 2)))).agrees());
}

TEST_CASE("Without words every count has to be the same") {
    auto results = beside("lucene", {answer(10, 1)}, {answer(10, 2)});
    results.questions.front() = {.kind = QuestionKind::everything, .join = Join::none, .words = {}, .choices = {}};
    CHECK_FALSE(only_check(results).agrees());
}

TEST_CASE("Where Palermo reads a concept it means to find more") {
    auto ours = answer(50, 1);
    ours.is_wider = true;
    const auto check = only_check(beside("xapian_spy", {ours}, {answer(5, 2)}));
    CHECK(check.compared == 0);
    CHECK(check.agrees());
}

}  // namespace palermo::bench
