// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/daemon_world.hpp"
#include "tests/support/catch.hpp"

#include <boost/json/parse.hpp>

#include <atomic>
#include <future>
#include <map>
#include <string>
#include <thread>
#include <vector>

namespace palermo::test {
namespace {

constexpr auto hit = "cache;desc=hit";

Config keeping(std::uint32_t mib) {
    Config config;
    config.workers = 2;
    config.search_timeout_ms = 60'000;
    config.result_cache_mib = mib;
    return config;
}

/// Answers whose numbers are not those of the generation that they name. In generation n, n cases came by ship.
int false_answers(HttpClient& client, const std::string& target) {
    const auto reply = client.get(target);
    if (reply.status != 200) return 1;
    const auto answer = boost::json::parse(reply.body);
    const auto generation = answer.at("generation").to_number<std::uint64_t>();
    const bool is_true = answer.at("total").to_number<std::uint64_t>() == generation &&
                         reply.header("x-palermo-generation") == std::to_string(generation) &&
                         answer.at("facets").at("outcome").at("not_recorded").to_number<std::uint64_t>() == generation;
    return is_true ? 0 : 1;
}

}  // namespace

TEST_CASE("who asks the same gets the very same answer, and it says that it was kept", "[handlers]") {
    DaemonWorld world(keeping(8));
    auto client = world.client();
    for (const std::string target : {"/api/v1/search?q=ship", "/?q=ship", "/api/v1/cases/by-ship/similar", "/cases/by-ship/similar"}) {
        INFO(target);
        const auto first = client.get(target);
        const auto second = client.get(target);
        CHECK(first.header("server-timing") != hit);
        CHECK(second.header("server-timing") == hit);
        CHECK(second.body == first.body);
        for (const auto* name : {"etag", "content-type", "x-palermo-generation", "cache-control"})
            CHECK(second.header(name) == first.header(name));
        const auto unchanged = client.get(target, {{"If-None-Match", first.header("etag")}});
        CHECK(unchanged.status == 304);
        CHECK(unchanged.body.empty());
    }
    // The same question in other words: empty parameters and defaults are none.
    CHECK(client.get("/api/v1/search?lang=en&q=ship&page=1&outcome=").header("server-timing") == hit);
    CHECK(world.metric("palermo_result_cache_hits_total") == 5);
    CHECK(world.metric("palermo_result_cache_misses_total") == 4);
    CHECK(world.metric("palermo_result_cache_entries") == 4);
    CHECK(world.metric("palermo_result_cache_bytes") > 0);
}

TEST_CASE("what changes an answer makes it another one", "[handlers]") {
    DaemonWorld world(keeping(8));
    auto client = world.client();
    for (const std::string target :
         {"/api/v1/search?q=ship", "/api/v1/search?q=ships", "/api/v1/search?q=ship&page=2", "/api/v1/search?q=ship&size=5",
          "/api/v1/search?q=ship&sort=newest", "/api/v1/search?q=ship&lang=fr", "/api/v1/search?q=ship&explain=1",
          "/api/v1/search?q=ship&facets=none", "/api/v1/search?q=ship&passages=none", "/api/v1/search?q=ship&match=any",
          "/api/v1/search?q=ship&outcome=convicted", "/api/v1/search?q=ship&outcome=!convicted", "/api/v1/search?q=ship&from=2001",
          "/api/v1/search?q=ship&to=2001", "/?q=ship", "/api/v1/cases/by-ship/similar?q=ship"}) {
        INFO(target);
        const auto reply = client.get(target);
        CHECK(reply.status == 200);
        CHECK(reply.header("server-timing") != hit);
    }
}

TEST_CASE("problems are not kept, and with no room nothing is", "[handlers]") {
    DaemonWorld world(keeping(0));
    auto client = world.client();
    for (int i = 0; i < 2; ++i) CHECK(client.get("/api/v1/search?q=ship").header("server-timing") != hit);
    CHECK(world.metric("palermo_result_cache_misses_total") == 0);
    DaemonWorld other(keeping(8));
    auto second = other.client();
    for (int i = 0; i < 2; ++i) CHECK(second.get("/api/v1/search?q=%22ship").header("server-timing") != hit);
    for (int i = 0; i < 2; ++i) CHECK(second.get("/api/v1/search?q=%28").status == 400);
    for (int i = 0; i < 2; ++i) CHECK(second.get("/api/v1/cases/none/similar").status == 404);
    CHECK(other.metric("palermo_result_cache_entries") <= 1);
}

TEST_CASE("an answer that was cut short is kept by nobody", "[handlers]") {
    std::string target = "/api/v1/search?q=ship";
    for (int i = 0; i < 200; ++i) target += "+AND+zebra" + std::to_string(i);
    // Some of these times end while near searches are tried, whatever the machine.
    for (const std::uint32_t milliseconds : {3U, 6U, 12U, 25U, 50U, 100U, 200U, 60'000U}) {
        auto config = keeping(8);
        config.search_timeout_ms = milliseconds;
        DaemonWorld world(config);
        auto client = world.client();
        const auto first = client.get(target);
        const bool is_whole = first.status == 200 && first.header("cache-control") != "no-store";
        INFO(milliseconds);
        CHECK(world.metric("palermo_result_cache_entries") == (is_whole ? 1 : 0));
        CHECK(first.header("etag").empty() == !is_whole);
        CHECK((first.header("cache-control") == "no-cache") == is_whole);
        if (first.status == 200) CHECK(first.header("x-palermo-generation") == "1");
        CHECK((is_whole || milliseconds < 60'000));
    }
}

TEST_CASE("every answer's numbers are those of the generation it names, while generations switch", "[handlers]") {
    DaemonWorld world(keeping(8));
    const std::vector<std::string> targets{"/api/v1/search?q=ship", "/api/v1/search", "/api/v1/search?q=ship&size=1",
                                           "/api/v1/search?q=came+ship"};
    std::atomic<bool> stop = false;
    std::vector<std::future<int>> readers;
    for (int i = 0; i < 4; ++i) {
        readers.push_back(std::async(std::launch::async, [&] {
            auto client = world.client();
            int wrong = 0;
            for (std::size_t turn = 0; !stop; ++turn) wrong += false_answers(client, targets[turn % targets.size()]);
            return wrong;
        }));
    }
    constexpr std::uint64_t last = 6;
    auto client = world.client();
    for (std::uint64_t generation = 2; generation <= last; ++generation) {
        world.index().load({case_with("case-" + std::to_string(generation), "They came by ship.")});
        while (world.holder().current()->manifest().generation != generation) std::this_thread::yield();
        // Asked after the switch: nothing older may come.
        for (const auto& target : targets) CHECK(client.get(target).header("x-palermo-generation") == std::to_string(generation));
    }
    stop = true;
    for (auto& reader : readers) CHECK(reader.get() == 0);
    CHECK(world.metric("palermo_result_cache_hits_total") > 0);
    CHECK(world.metric("palermo_generation") == last);
    CHECK(world.metric("palermo_generation_switches_total") == last - 1);
    CHECK(world.metric("palermo_generation_preparation_seconds") > 0);
    CHECK(world.metric("palermo_searchers_opened_late_total") == 0);
}

TEST_CASE("a switch drops what was kept", "[handlers]") {
    DaemonWorld world(keeping(8));
    (void)world.client().get("/api/v1/search?q=ship");
    CHECK(world.metric("palermo_result_cache_entries") == 1);
    world.index().load({case_with("second", "They came by ship.")});
    while (world.metric("palermo_result_cache_entries") > 0) std::this_thread::yield();
    CHECK(world.metric("palermo_generation") == 2);
    CHECK(world.client().get("/api/v1/search?q=ship").header("server-timing") != hit);
}

}  // namespace palermo::test
