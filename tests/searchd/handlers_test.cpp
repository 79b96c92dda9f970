// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/handlers.hpp"

#include "tests/searchd/daemon_world.hpp"
#include "tests/support/catch.hpp"

#include <boost/json/parse.hpp>

#include <chrono>
#include <cstdint>
#include <future>
#include <string>
#include <thread>

namespace palermo::test {
namespace {

/// One worker.
Config config_with(std::uint32_t search_timeout_ms) {
    Config config;
    config.workers = 1;
    config.search_timeout_ms = search_timeout_ms;
    return config;
}

}  // namespace

TEST_CASE("when too many searches wait, a further one is told to come again", "[handlers]") {
    DaemonWorld world(config_with(60'000), 1);
    std::promise<void> waited;
    {
        const BusyWorker busy(world.pool());
        REQUIRE(world.pool().submit([&](Searcher&) { waited.set_value(); }));
        CHECK(world.metric("palermo_searches_waiting") == 1);
        const auto refused = world.client().get("/api/v1/search?q=ship");
        CHECK(refused.status == 503);
        CHECK(refused.header("retry-after") == "2");
        CHECK(boost::json::parse(refused.body).at("type") == "urn:palermo:problem:too-busy");
        const auto page = world.client().get("/?q=ship");
        CHECK(page.status == 503);
        CHECK(page.header("content-type") == "text/html; charset=utf-8");
        CHECK(world.client().get("/api/v1/status").status == 200);
        CHECK(world.client().get("/healthz").status == 200);
        CHECK(world.metric("palermo_searches_refused_total") == 2);
    }
    waited.get_future().wait();
    CHECK(world.client().get("/api/v1/search?q=ship").status == 200);
    CHECK(world.metric("palermo_searches_waiting") == 0);
}

TEST_CASE("a search that has waited past its deadline is given up", "[handlers]") {
    DaemonWorld world(config_with(1));
    std::future<HttpReply> late;
    {
        const BusyWorker busy(world.pool());
        late = std::async(std::launch::async, [&] { return world.client().get("/api/v1/search?q=ship"); });
        while (world.pool().waiting() == 0) std::this_thread::yield();
        // Its deadline was set before it came to wait: it has passed when the clock has moved on by more.
        const auto past = std::chrono::steady_clock::now() + std::chrono::milliseconds{2};
        std::this_thread::sleep_until(past);
    }
    const auto reply = late.get();
    CHECK(reply.status == 503);
    CHECK(boost::json::parse(reply.body).at("type") == "urn:palermo:problem:took-too-long");
    CHECK(world.metric("palermo_searches_timed_out_total") == 1);
    CHECK(world.metric("palermo_result_cache_entries") == 0);
}

}  // namespace palermo::test
