// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/search_pool.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_index.hpp"

#include <cstdint>
#include <future>
#include <latch>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace palermo {
namespace {

std::shared_ptr<spdlog::logger> silent() { return std::make_shared<spdlog::logger>("test"); }

test::TestRecord by_ship(const std::string& id) {
    test::TestRecord record;
    record.id = id;
    record.title = "The State v. " + id;
    record.facts = {"They came by ship."};
    return record;
}

/// An index, its holder and a pool over it.
struct World {
    explicit World(unsigned workers, std::size_t max_waiting) {
        auto opened = SnapshotHolder::open(IndexDirectory(index.path()), silent(), std::chrono::milliseconds{5});
        REQUIRE(opened.has_value());
        holder = std::move(*opened);
        auto started = SearchPool::start(*holder, workers, max_waiting, silent());
        REQUIRE(started.has_value());
        pool = std::move(*started);
    }

    test::TempIndex index{by_ship("first")};
    std::unique_ptr<SnapshotHolder> holder;
    std::unique_ptr<SearchPool> pool;
};

std::uint64_t generation_on_worker(SearchPool& pool) {
    std::promise<std::uint64_t> generation;
    REQUIRE(pool.submit([&](Searcher& searcher) { generation.set_value(searcher.snapshot().manifest().generation); }));
    return generation.get_future().get();
}

}  // namespace

TEST_CASE("jobs run on the pool's threads, several at a time", "[search]") {
    World world(2, 10);
    std::promise<std::thread::id> first;
    std::promise<std::thread::id> second;
    // Each waits for the other: that ends only if both run.
    REQUIRE(world.pool->submit([&](Searcher&) {
        first.set_value(std::this_thread::get_id());
        second.get_future().wait();
    }));
    REQUIRE(world.pool->submit([&, other = first.get_future().share()](Searcher&) {
        CHECK(other.get() != std::this_thread::get_id());
        second.set_value(std::this_thread::get_id());
    }));
    world.pool->stop();
}

TEST_CASE("a full queue refuses jobs and takes them again when there is room", "[search]") {
    World world(1, 1);
    std::promise<void> running;
    std::promise<void> release;
    REQUIRE(world.pool->submit([&](Searcher&) {
        running.set_value();
        release.get_future().wait();
    }));
    running.get_future().wait();
    std::promise<void> waited;
    CHECK(world.pool->submit([&](Searcher&) { waited.set_value(); }));
    CHECK_FALSE(world.pool->submit([](Searcher&) { FAIL("a refused job ran"); }));
    release.set_value();
    waited.get_future().wait();
    CHECK(generation_on_worker(*world.pool) == 1);
}

TEST_CASE("a pool that stops finishes what waits and takes nothing more", "[search]") {
    World world(1, 100);
    int done = 0;
    for (int i = 0; i < 50; ++i) REQUIRE(world.pool->submit([&](Searcher&) { ++done; }));
    world.pool->stop();
    CHECK(done == 50);
    CHECK_FALSE(world.pool->submit([](Searcher&) {}));
}

TEST_CASE("a job that begins after the switch sees the new generation", "[search]") {
    World world(2, 10);
    CHECK(generation_on_worker(*world.pool) == 1);
    world.index.load({by_ship("second")});
    while (world.holder->current()->manifest().generation == 1) std::this_thread::yield();
    for (int i = 0; i < 10; ++i) CHECK(generation_on_worker(*world.pool) == 2);
}

TEST_CASE("no job after a switch opens anything, however many workers and switches", "[search]") {
    World world(3, 100);
    for (std::uint64_t generation = 2; generation <= 5; ++generation) {
        world.index.load({by_ship("case-" + std::to_string(generation))});
        while (world.holder->current()->manifest().generation != generation) (void)generation_on_worker(*world.pool);
        // All workers at once: each needs a searcher of its own.
        std::latch all(3);
        std::vector<std::future<std::uint64_t>> seen;
        for (int worker = 0; worker < 3; ++worker) {
            const auto promise = std::make_shared<std::promise<std::uint64_t>>();
            seen.push_back(promise->get_future());
            REQUIRE(world.pool->submit([&all, promise](Searcher& searcher) {
                all.arrive_and_wait();
                promise->set_value(searcher.snapshot().manifest().generation);
            }));
        }
        for (auto& one : seen) CHECK(one.get() == generation);
    }
    CHECK(world.pool->opened_late() == 0);
    CHECK(world.holder->switches().count == 4);
}

TEST_CASE("a worker that was busy over two switches goes straight to the last", "[search]") {
    World world(2, 10);
    std::promise<void> running;
    std::promise<void> release;
    std::promise<std::uint64_t> old;
    REQUIRE(world.pool->submit([&](Searcher& searcher) {
        running.set_value();
        release.get_future().wait();
        old.set_value(searcher.snapshot().manifest().generation);
    }));
    running.get_future().wait();
    for (const auto* id : {"second", "third"}) {
        const auto before = world.holder->current();
        world.index.load({by_ship(id)});
        while (world.holder->current() == before) std::this_thread::yield();
        CHECK(generation_on_worker(*world.pool) == world.holder->current()->manifest().generation);
    }
    release.set_value();
    CHECK(old.get_future().get() == 1);
    for (int i = 0; i < 10; ++i) CHECK(generation_on_worker(*world.pool) == 3);
    CHECK(world.pool->opened_late() == 0);
}

TEST_CASE("idle workers let go of an old snapshot", "[search]") {
    World world(2, 10);
    std::weak_ptr<const Snapshot> old = world.holder->current();
    world.index.load({by_ship("second")});
    while (!old.expired()) std::this_thread::yield();
    CHECK(world.holder->current()->manifest().generation == 2);
}

}  // namespace palermo
