// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/daemon_world.hpp"

#include "tests/support/catch.hpp"

#include <chrono>
#include <utility>

namespace palermo::test {
namespace {

std::unique_ptr<http::Server> serve(http::SessionContext context) {
    auto server = http::Server::start({}, std::move(context));
    REQUIRE(server.has_value());
    return std::move(*server);
}

}  // namespace

TestRecord case_with(const std::string& id, const std::string& fact) {
    TestRecord record;
    record.id = id;
    record.title = "The State v. " + id;
    record.facts = {fact};
    return record;
}

DaemonWorld::DaemonWorld(const Config& config, std::size_t max_waiting) {
    const auto log = std::make_shared<spdlog::logger>("test");
    auto holder = SnapshotHolder::open(IndexDirectory(index_.path()), log, std::chrono::milliseconds{5});
    REQUIRE(holder.has_value());
    holder_ = std::move(*holder);
    auto pool = SearchPool::start(*holder_, config.workers, max_waiting, log);
    REQUIRE(pool.has_value());
    pool_ = std::move(*pool);
    handlers_ = std::make_unique<Handlers>(*holder_, *pool_, config, log);
    server_ = serve({.router = handlers_->router(),
                     .headers = handlers_->headers(),
                     .limits = {},
                     .log = log,
                     .observe = [this](const http::Exchange& exchange) { handlers_->observe(exchange); }});
    metrics_server_ = serve({.router = handlers_->metrics_router(), .headers = {}, .limits = {}, .log = log});
}

std::string DaemonWorld::metrics() const { return HttpClient(metrics_server_->port()).get("/metrics").body; }

double DaemonWorld::metric(const std::string& name) const {
    const auto text = metrics();
    const auto line = text.find('\n' + name + ' ');
    INFO(name << " is not in\n" << text);
    REQUIRE(line != std::string::npos);
    return std::stod(text.substr(line + name.size() + 2));
}

BusyWorker::BusyWorker(SearchPool& pool) {
    REQUIRE(pool.submit([this](Searcher&) {
        begun_.set_value();
        release_.get_future().wait();
        ended_.set_value();
    }));
    begun_.get_future().wait();
}

BusyWorker::~BusyWorker() {
    release_.set_value();
    ended_.get_future().wait();
}

}  // namespace palermo::test
