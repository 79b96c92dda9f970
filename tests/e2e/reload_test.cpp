// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <future>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

std::uint64_t generation_of(const boost::json::value& answer) { return answer.at("generation").to_number<std::uint64_t>(); }

struct Stream {
    int answered = 0;
    int failed = 0;
    bool ascending = true;
};

/// Asks on one connection until told to stop.
Stream ask_on(std::uint16_t port, const std::atomic<bool>& stop) {
    Stream stream;
    HttpClient client(port);
    for (std::string last = "0"; !stop;) {
        const auto reply = client.get("/api/v1/search?q=ship");
        const auto generation = reply.header("x-palermo-generation");
        if (reply.status != 200 || generation.empty()) {
            ++stream.failed;
            continue;
        }
        ++stream.answered;
        if (std::stoull(generation) < std::stoull(last)) stream.ascending = false;
        last = generation;
    }
    return stream;
}

}  // namespace

TEST_CASE("new cases are found while a stream of requests goes on, and no request fails", "[e2e]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    load(index, {write_case(directory, case_of("first", "They came by ship."))});
    const Daemon daemon(index);

    std::atomic<bool> stop = false;
    std::vector<std::future<Stream>> streams;
    for (int i = 0; i < 4; ++i) streams.push_back(std::async(std::launch::async, [&] { return ask_on(daemon.port(), stop); }));
    auto client = daemon.client();
    for (int round = 1; round <= 3; ++round) {
        const auto word = "word" + std::to_string(round);
        CHECK(total(search(client, "q=" + word)) == 0);
        load(index, {write_case(directory, case_of("case-" + std::to_string(round), "They came by ship with " + word + '.'))});
        CHECK(eventually([&] { return total(search(client, "q=" + word)) == 1; }));
    }
    stop = true;
    for (auto& future : streams) {
        const auto stream = future.get();
        CHECK(stream.answered > 0);
        CHECK(stream.failed == 0);
        CHECK(stream.ascending);
    }
    CHECK(total(search(client, "q=ship")) == 4);
    CHECK(generation_of(search(client, "q=ship")) == 4);
}

TEST_CASE("a damaged `current` leaves the old generation serving, and a mended one is taken up", "[e2e]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    load(index, {write_case(directory, case_of("first", "They came by ship."))});
    const Daemon daemon(index);
    auto client = daemon.client();
    const auto status = [&] { return client.get("/api/v1/status").body; };
    const auto healthy = status();

    directory.write("index/current", "garbage");
    REQUIRE(eventually([&] { return status() != healthy; }));
    CHECK(total(search(client, "q=ship")) == 1);
    const auto damaged = status();
    directory.write("index/current", "4711\n");
    REQUIRE(eventually([&] { return status() != damaged; }));
    CHECK(total(search(client, "q=ship")) == 1);
    directory.write("index/current", "1\n");
    CHECK(eventually([&] { return status() == healthy; }));
    load(index, {write_case(directory, case_of("second", "Others came by ship."))});
    CHECK(eventually([&] { return total(search(client, "q=ship")) == 2; }));
}

}  // namespace palermo::test
