// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/search_pool.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_index.hpp"

#include <future>
#include <memory>
#include <string>
#include <thread>

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

TEST_CASE("idle workers let go of an old snapshot", "[search]") {
    World world(2, 10);
    std::weak_ptr<const Snapshot> old = world.holder->current();
    world.index.load({by_ship("second")});
    while (!old.expired()) std::this_thread::yield();
    CHECK(world.holder->current()->manifest().generation == 2);
}

}  // namespace palermo
