// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/metrics.hpp"

#include "searchd/answer_headers.hpp"
#include "tests/searchd/daemon_world.hpp"
#include "tests/support/catch.hpp"

#include <chrono>
#include <string>

namespace palermo::test {
namespace {

using std::chrono::microseconds;

bool says(const std::string& text, const std::string& line) { return ('\n' + text).find('\n' + line + '\n') != std::string::npos; }

}  // namespace

TEST_CASE("the time of phases is told in milliseconds, and only of those that came about", "[metrics]") {
    PhaseTimes times;
    CHECK(server_timing(times).empty());
    times.add(Phase::parse, microseconds{12});
    times.add(Phase::match, microseconds{1500});
    times.add(Phase::match, microseconds{250});
    CHECK(server_timing(times) == "parse;dur=0.012, match;dur=1.750");
    CHECK(times.of(Phase::facets) == PhaseTimes::Duration::zero());
}

TEST_CASE("a clock gives all time to the phase that runs, and none twice", "[metrics]") {
    const auto before = std::chrono::steady_clock::now();
    PhaseClock clock;
    for (const auto phase : {Phase::parse, Phase::plan, Phase::match, Phase::plan}) clock.enter(phase);
    const auto times = clock.read();
    const auto passed = std::chrono::steady_clock::now() - before;
    const auto sum = times.of(Phase::wait) + times.of(Phase::parse) + times.of(Phase::plan) + times.of(Phase::match);
    CHECK(sum <= passed);
    CHECK(sum > PhaseTimes::Duration::zero());
    CHECK(times.of(Phase::write) == PhaseTimes::Duration::zero());
    CHECK(clock.read().of(Phase::plan) >= times.of(Phase::plan));
    CHECK(clock.read().of(Phase::match) == times.of(Phase::match));
}

TEST_CASE("requests are counted by method, route and status", "[metrics]") {
    Metrics metrics;
    const http::Exchange exchange{.method = "GET",
                                  .route = "/cases/{id}",
                                  .status = 200,
                                  .body_bytes = 10,
                                  .answering = microseconds{2000},
                                  .writing = microseconds{20}};
    metrics.count(exchange);
    metrics.count(exchange);
    metrics.count(http::Exchange{.status = 431});
    const auto text = metrics.text({}, "9.9");
    CHECK(says(text, "palermo_http_requests_total{method=\"GET\",route=\"/cases/{id}\",status=\"200\"} 2"));
    CHECK(says(text, "palermo_http_requests_total{method=\"other\",route=\"-\",status=\"431\"} 1"));
    CHECK(says(text, "palermo_http_response_bytes_total{route=\"/cases/{id}\"} 20"));
    CHECK(says(text, "palermo_http_request_duration_seconds_bucket{route=\"/cases/{id}\",le=\"0.0025\"} 2"));
    CHECK(says(text, "palermo_http_request_duration_seconds_bucket{route=\"/cases/{id}\",le=\"0.001\"} 0"));
    CHECK(says(text, "palermo_phase_duration_seconds_count{phase=\"write\"} 2"));
    CHECK(says(text, "palermo_phase_duration_seconds_count{phase=\"parse\"} 0"));
    CHECK(says(text, "palermo_build_info{version=\"9.9\"} 1"));
}

TEST_CASE("an answer to HEAD has no bytes", "[metrics]") {
    const DaemonWorld world{Config{}};
    auto client = world.client();
    const auto bytes = [](const std::string& count) { return "palermo_http_response_bytes_total{route=\"/healthz\"} " + count; };
    CHECK(client.request("HEAD", "/healthz").header("content-length") == "3");
    // An answer is counted when it has gone: perhaps a moment after it came.
    while (!says(world.metrics(), "palermo_http_requests_total{method=\"HEAD\",route=\"/healthz\",status=\"200\"} 1")) {
    }
    CHECK(says(world.metrics(), bytes("0")));
    CHECK(client.get("/healthz").body.size() == 3);
    while (!says(world.metrics(), "palermo_http_requests_total{method=\"GET\",route=\"/healthz\",status=\"200\"} 1")) {
    }
    CHECK(says(world.metrics(), bytes("3")));
}

TEST_CASE("an answer tells what its time went into, and the phases are counted", "[metrics]") {
    Config config;
    config.search_timeout_ms = 60'000;
    const DaemonWorld world(config);
    auto client = world.client();
    const auto counted = client.get("/api/v1/search?q=ship").header("server-timing");
    for (const auto* phase : {"wait;dur=", "parse;dur=", "plan;dur=", "match;dur=", "facets;dur=", "passages;dur=", "render;dur="}) {
        INFO(counted << " without " << phase);
        CHECK(counted.find(phase) != std::string::npos);
    }
    CHECK(client.get("/cases/by-ship").header("server-timing").find("passages;dur=") != std::string::npos);
    CHECK(client.get("/api/v1/suggest?q=sh").header("server-timing").find("match;dur=") != std::string::npos);
    CHECK(client.get("/healthz").header("server-timing").empty());
    const auto text = world.metrics();
    CHECK(says(text, "palermo_phase_duration_seconds_count{phase=\"facets\"} 1"));
    CHECK(says(text, "palermo_phase_duration_seconds_count{phase=\"wait\"} 3"));
}

TEST_CASE("the operator is told what is in memory, and what of it are pages of files", "[metrics]") {
    const DaemonWorld world{Config{}};
    CHECK(world.metric("palermo_mapped_memory_bytes") > 1e6);
    CHECK(world.metric("process_resident_memory_bytes") > world.metric("palermo_mapped_memory_bytes"));
}

TEST_CASE("nothing that was searched is in the metrics", "[metrics]") {
    const DaemonWorld world{Config{}};
    auto client = world.client();
    (void)client.get("/api/v1/search?q=secretword");
    (void)client.get("/cases/secretword");
    (void)client.get("/secretword");
    (void)client.request("SECRETWORD", "/");
    // An answer is counted when it has gone: perhaps a moment after it came.
    std::string text;
    while (text.find("palermo_http_requests_total{method=\"other\"") == std::string::npos) text = world.metrics();
    CHECK(text.find("secretword") == std::string::npos);
    CHECK(text.find("SECRETWORD") == std::string::npos);
}

}  // namespace palermo::test
