// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/snapshot_holder.hpp"
#include "searchd/views/search_url.hpp"
#include "tests/searchd/search/answers.hpp"
#include "tests/searchd/search/brute_force.hpp"
#include "tests/searchd/search/random_cases.hpp"
#include "tests/support/catch.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>

namespace palermo::test {
namespace {

constexpr int questions = 60;

void ask(Searcher& searcher, RandomCases& random, const std::vector<TestRecord>& records) {
    const auto question = random.any_question();
    const auto request = random.request(question);
    INFO(encode_search_url(request) << "  text: " << request.text);
    const auto result = answer(searcher, request);
    INFO("read as: " << result.read_as);
    // The engine's own matcher, which knows nothing of bitmaps and columns.
    const auto listed = searcher.find_all(request, std::chrono::steady_clock::time_point::max());
    CHECK(std::get<SearchResult>(listed.value()).total == result.total);
    check_against_records(result, request, question, records, searcher.snapshot().vocabularies());
}

/// Changes every third record: its old text stays in a segment, deleted.
std::vector<TestRecord> changed(RandomCases& random, std::vector<TestRecord>& records) {
    std::vector<TestRecord> some;
    for (std::size_t i = 0; i < records.size(); i += 3) {
        records[i] = random.record(records[i].id);
        some.push_back(records[i]);
    }
    return some;
}

/// The records of a generation, for those who ask it while others are made.
class History {
public:
    void set(std::uint64_t generation, std::vector<TestRecord> records) {
        const std::lock_guard lock(mutex_);
        records_[generation] = std::move(records);
    }
    std::vector<TestRecord> of(std::uint64_t generation) const {
        const std::lock_guard lock(mutex_);
        return records_.at(generation);
    }

private:
    mutable std::mutex mutex_;
    std::map<std::uint64_t, std::vector<TestRecord>> records_;
};

}  // namespace

TEST_CASE("every count is that of the records: one segment", "[search][exact]") {
    const auto seed = GENERATE(1U, 2U, 3U);
    INFO("seed " << seed);
    RandomCases random(seed);
    const auto records = random.records(0, 150);
    const TempIndex index(records);
    REQUIRE(index.snapshot()->manifest().segments.size() == 1);
    auto searcher = searcher_on(index);
    for (int i = 0; i < questions; ++i) ask(searcher, random, records);
}

TEST_CASE("every count is that of the records: several segments with deleted documents", "[search][exact]") {
    const auto seed = GENERATE(11U, 12U, 13U);
    INFO("seed " << seed);
    RandomCases random(seed);
    auto records = random.records(0, 120);
    TempIndex index(records);
    const auto more = random.records(120, 50);
    index.load(more);
    records.insert(records.end(), more.begin(), more.end());
    index.load(changed(random, records));
    REQUIRE(index.snapshot()->manifest().segments.size() > 2);
    REQUIRE(index.snapshot()->deleted()->size() > 40);
    auto searcher = searcher_on(index);
    for (int i = 0; i < questions; ++i) ask(searcher, random, records);
}

TEST_CASE("every count is that of the records: segments joined, the deleted among them", "[search][exact]") {
    const auto seed = 21U;
    INFO("seed " << seed);
    RandomCases random(seed);
    auto records = random.records(0, 90);
    TempIndex index(records);
    index.load(changed(random, records), true);
    auto searcher = searcher_on(index);
    for (int i = 0; i < questions; ++i) ask(searcher, random, records);
}

TEST_CASE("every count is that of its own generation's records while generations switch", "[search][exact]") {
    const auto seed = 31U;
    INFO("seed " << seed);
    RandomCases random(seed);
    auto records = random.records(0, 80);
    TempIndex index(records);
    History history;
    history.set(1, records);
    const auto holder =
        SnapshotHolder::open(IndexDirectory(index.path()), std::make_shared<spdlog::logger>("test"), std::chrono::milliseconds{2});
    REQUIRE(holder.has_value());

    constexpr std::uint64_t last = 6;
    // Catch's checks are one thread's: the others say what was wrong, and it is asked again here.
    struct Asked {
        std::shared_ptr<const Snapshot> snapshot;
        std::uint64_t seed;
        SearchResult result;
    };
    std::mutex mutex;
    std::vector<Asked> all_asked;
    const auto read = [&](std::uint64_t own_seed) {
        for (bool is_last = false; !is_last; ++own_seed) {
            const auto snapshot = (*holder)->current();
            is_last = snapshot->manifest().generation == last;
            auto searcher = Searcher::open(snapshot);
            RandomCases own(own_seed);
            const auto request = own.request(own.any_question());
            auto answered = searcher.value().search(request, std::chrono::steady_clock::time_point::max());
            const std::lock_guard lock(mutex);
            all_asked.push_back({snapshot, own_seed, std::get<SearchResult>(std::move(answered.value()))});
        }
    };
    {
        const std::jthread one(read, 1'000U);
        const std::jthread other(read, 2'000U);
        for (std::uint64_t generation = 2; generation <= last; ++generation) {
            const auto some = changed(random, records);
            history.set(generation, records);
            index.load(some);
        }
    }
    REQUIRE_FALSE(all_asked.empty());
    for (const auto& asked : all_asked) {
        const auto generation = asked.snapshot->manifest().generation;
        RandomCases own(asked.seed);
        const auto question = own.any_question();
        const auto request = own.request(question);
        INFO("generation " << generation << ", seed " << asked.seed << ": " << request.text);
        CHECK(asked.result.generation == generation);
        check_against_records(asked.result, request, question, history.of(generation), asked.snapshot->vocabularies());
    }
}

}  // namespace palermo::test
