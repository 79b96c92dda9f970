// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/result_cache.hpp"

#include "tests/support/catch.hpp"

#include <atomic>
#include <cstdint>
#include <future>
#include <string>
#include <thread>
#include <vector>

namespace palermo {
namespace {

const Epoch first{.generation = 1, .created = "2026-01-01"};
const Epoch second{.generation = 2, .created = "2026-01-02"};

std::string question(int number) { return "question " + std::to_string(number); }

}  // namespace

TEST_CASE("an answer is kept until another epoch begins", "[search][cache]") {
    ResultCache cache(100'000);
    cache.begin(first);
    CHECK(cache.find(first, "q") == nullptr);
    cache.keep(first, "q", "one");
    REQUIRE(cache.find(first, "q") != nullptr);
    CHECK(*cache.find(first, "q") == "one");
    CHECK(cache.find(first, "other") == nullptr);
    CHECK(cache.find(second, "q") == nullptr);
    cache.begin(first);
    CHECK(cache.find(first, "q") != nullptr);
    const auto held = cache.find(first, "q");
    cache.begin(second);
    CHECK(cache.find(first, "q") == nullptr);
    CHECK(cache.find(second, "q") == nullptr);
    CHECK(*held == "one");
    // A search that began before the switch ends after it.
    cache.keep(first, "q", "late");
    CHECK(cache.find(second, "q") == nullptr);
    CHECK(cache.statistics().entries == 0);
    CHECK(cache.statistics().bytes == 0);
}

TEST_CASE("one number in two indexes is two epochs", "[search][cache]") {
    ResultCache cache(100'000);
    cache.begin(first);
    cache.keep(first, "q", "one");
    CHECK(cache.find({.generation = 1, .created = "2026-05-05"}, "q") == nullptr);
}

TEST_CASE("what was not asked for the longest goes when the bytes are used up", "[search][cache]") {
    constexpr std::size_t most = 20'000;
    ResultCache cache(most);
    cache.begin(first);
    const std::string answer(1'000, 'a');
    for (int i = 0; i < 10; ++i) cache.keep(first, question(i), answer);
    CHECK(cache.statistics().evictions == 0);
    // The first is asked for all the time, the second never again.
    for (int i = 10; i < 100; ++i) {
        CHECK(cache.find(first, question(0)) != nullptr);
        cache.keep(first, question(i), answer);
        CHECK(cache.statistics().bytes <= most);
    }
    CHECK(cache.find(first, question(0)) != nullptr);
    CHECK(cache.find(first, question(1)) == nullptr);
    CHECK(cache.find(first, question(99)) != nullptr);
    const auto statistics = cache.statistics();
    CHECK(statistics.entries + statistics.evictions == 100);
    CHECK(statistics.entries * answer.size() <= statistics.bytes);
    CHECK(statistics.hits == 92);
    CHECK(statistics.misses == 1);
    CHECK(statistics.most_bytes == most);
}

TEST_CASE("an answer that would push out nearly all others is not kept, nor anything without room", "[search][cache]") {
    ResultCache small(10'000);
    small.begin(first);
    small.keep(first, "q", std::string(5'000, 'a'));
    CHECK(small.find(first, "q") == nullptr);
    ResultCache off(0);
    off.begin(first);
    off.keep(first, "q", "");
    CHECK_FALSE(off.is_on());
    CHECK(off.find(first, "q") == nullptr);
    CHECK(off.statistics().misses == 0);
}

TEST_CASE("an answer kept twice counts once", "[search][cache]") {
    ResultCache cache(100'000);
    cache.begin(first);
    cache.keep(first, "q", "one");
    const auto bytes = cache.statistics().bytes;
    cache.keep(first, "q", "one");
    CHECK(cache.statistics().bytes == bytes);
    CHECK(cache.statistics().entries == 1);
}

TEST_CASE("no thread is ever given an answer of another epoch or to another question", "[search][cache]") {
    ResultCache cache(50'000);
    constexpr std::uint64_t epochs = 200;
    std::atomic<std::uint64_t> now = 1;
    const auto epoch = [](std::uint64_t generation) { return Epoch{.generation = generation, .created = "t"}; };
    const auto truth = [](std::uint64_t generation, const std::string& asked) { return std::to_string(generation) + ' ' + asked; };
    cache.begin(epoch(1));
    std::vector<std::future<int>> threads;
    for (int thread = 0; thread < 3; ++thread) {
        threads.push_back(std::async(std::launch::async, [&] {
            int wrong = 0;
            for (int turn = 0; now < epochs; ++turn) {
                const auto generation = now.load();
                const auto asked = question(turn % 50);
                const auto kept = cache.find(epoch(generation), asked);
                if (kept && *kept != truth(generation, asked)) ++wrong;
                if (!kept) cache.keep(epoch(generation), asked, truth(generation, asked));
            }
            return wrong;
        }));
    }
    while (now < epochs) {
        const auto before = cache.statistics().hits;
        while (cache.statistics().hits == before) std::this_thread::yield();
        cache.begin(epoch(now + 1));
        ++now;
    }
    for (auto& thread : threads) CHECK(thread.get() == 0);
    CHECK(cache.statistics().hits > 0);
}

}  // namespace palermo
