// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/handlers.hpp"

#include "searchd/http/server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/temp_index.hpp"

#include <boost/json/parse.hpp>

#include <chrono>
#include <cstdint>
#include <future>
#include <memory>
#include <string>
#include <thread>

namespace palermo {
namespace {

test::TestRecord by_ship() {
    test::TestRecord record;
    record.id = "by-ship";
    record.title = "The State v. Ship";
    record.facts = {"They came by ship."};
    return record;
}

/// The daemon without its program: one worker, and room for one search that waits.
class World {
public:
    explicit World(std::uint32_t search_timeout_ms) {
        auto log = std::make_shared<spdlog::logger>("test");
        auto holder = SnapshotHolder::open(IndexDirectory(index_.path()), log);
        REQUIRE(holder.has_value());
        holder_ = std::move(*holder);
        auto pool = SearchPool::start(*holder_, 1, 1, log);
        REQUIRE(pool.has_value());
        pool_ = std::move(*pool);
        Config config;
        config.search_timeout_ms = search_timeout_ms;
        handlers_ = std::make_unique<Handlers>(*holder_, *pool_, config, log);
        auto server = http::Server::start({}, {.router = handlers_->router(), .headers = handlers_->headers(), .limits = {}, .log = log});
        REQUIRE(server.has_value());
        server_ = std::move(*server);
    }
    World(const World&) = delete;
    World& operator=(const World&) = delete;
    /// The program's own order: a search that ends hands its answer to the server's threads.
    ~World() { pool_->stop(); }

    [[nodiscard]] test::HttpClient client() const { return test::HttpClient(server_->port()); }
    [[nodiscard]] SearchPool& pool() { return *pool_; }

private:
    test::TempIndex index_{by_ship()};
    std::unique_ptr<SnapshotHolder> holder_;
    std::unique_ptr<SearchPool> pool_;
    std::unique_ptr<Handlers> handlers_;
    std::unique_ptr<http::Server> server_;
};

/// Keeps the only worker busy until the end of the scope.
class BusyWorker {
public:
    explicit BusyWorker(SearchPool& pool) {
        REQUIRE(pool.submit([this](Searcher&) {
            begun_.set_value();
            release_.get_future().wait();
            ended_.set_value();
        }));
        begun_.get_future().wait();
    }
    BusyWorker(const BusyWorker&) = delete;
    BusyWorker& operator=(const BusyWorker&) = delete;
    ~BusyWorker() {
        release_.set_value();
        ended_.get_future().wait();
    }

private:
    std::promise<void> begun_;
    std::promise<void> release_;
    std::promise<void> ended_;
};

}  // namespace

TEST_CASE("when too many searches wait, a further one is told to come again", "[handlers]") {
    World world(60'000);
    std::promise<void> waited;
    {
        const BusyWorker busy(world.pool());
        REQUIRE(world.pool().submit([&](Searcher&) { waited.set_value(); }));
        const auto refused = world.client().get("/api/v1/search?q=ship");
        CHECK(refused.status == 503);
        CHECK(refused.header("retry-after") == "2");
        CHECK(boost::json::parse(refused.body).at("type") == "urn:palermo:problem:too-busy");
        const auto page = world.client().get("/?q=ship");
        CHECK(page.status == 503);
        CHECK(page.header("content-type") == "text/html; charset=utf-8");
        CHECK(world.client().get("/api/v1/status").status == 200);
        CHECK(world.client().get("/healthz").status == 200);
    }
    waited.get_future().wait();
    CHECK(world.client().get("/api/v1/search?q=ship").status == 200);
}

TEST_CASE("a search that has waited past its deadline is given up", "[handlers]") {
    World world(1);
    std::future<test::HttpReply> late;
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
}

}  // namespace palermo
