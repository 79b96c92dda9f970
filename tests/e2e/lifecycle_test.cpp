// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <csignal>
#include <cstdint>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

std::filesystem::path index_of_one(const TempDirectory& directory) {
    const auto index = directory.path() / "index";
    load(index, {write_case(directory, case_of("one", "They came by ship."))});
    return index;
}

bool refuses_connections(std::uint16_t port) {
    try {
        HttpClient client(port);
        return false;
    } catch (const std::exception&) {
        return true;
    }
}

}  // namespace

TEST_CASE("SIGTERM lets a request that has begun end well, and the daemon ends with 0", "[e2e]") {
    const TempDirectory directory;
    const auto index = index_of_one(directory);
    for (const int signal : {SIGTERM, SIGINT}) {
        Daemon daemon(index);
        auto client = daemon.client();
        REQUIRE(client.get("/healthz").status == 200);
        client.send_bytes("GET /api/v1/search?q=ship HTTP/1.1\r\n");
        daemon.process().signal(signal);
        REQUIRE(eventually([&] { return refuses_connections(daemon.port()); }));
        client.send_bytes("Host: localhost\r\n\r\n");
        const auto reply = client.read_reply();
        CHECK(reply.status == 200);
        CHECK(reply.body.find("\"one\"") != std::string::npos);
        CHECK(reply.header("connection") == "close");
        CHECK(daemon.process().wait() == 0);
    }
}

TEST_CASE("idle connections do not keep the daemon from stopping", "[e2e]") {
    const TempDirectory directory;
    Daemon daemon(index_of_one(directory));
    auto client = daemon.client();
    REQUIRE(client.get("/").status == 200);
    daemon.process().signal(SIGTERM);
    CHECK(daemon.process().wait() == 0);
    CHECK(client.closed_by_server());
}

TEST_CASE("a request that never ends is broken off after the drain timeout, a second signal ends at once", "[e2e]") {
    const TempDirectory directory;
    const auto index = index_of_one(directory);
    const auto begin_a_request = [](HttpClient& client) {
        REQUIRE(client.get("/").status == 200);
        client.send_bytes("GET / HTTP/1.1\r\n");
    };
    Daemon impatient(index, {"--drain-timeout", "50"});
    auto client = impatient.client();
    begin_a_request(client);
    impatient.process().signal(SIGTERM);
    CHECK(impatient.process().wait() == 0);

    Daemon patient(index, {"--drain-timeout", "600000"});
    auto other = patient.client();
    begin_a_request(other);
    patient.process().signal(SIGTERM);
    REQUIRE(eventually([&] { return refuses_connections(patient.port()); }));
    patient.process().signal(SIGTERM);
    CHECK(patient.process().wait() == 128 + SIGTERM);
}

#ifndef __SANITIZE_ADDRESS__
// Without a free descriptor the sanitizers cannot look at memory, and take what they cannot look at for damaged.
TEST_CASE("more connections than there are file descriptors wait, and are answered when others have gone", "[e2e]") {
    const TempDirectory directory;
    const auto index = index_of_one(directory);
    const auto log = directory.path() / "log";
    const std::string command = "ulimit -n 48; exec \"$0\" --index \"$1\" --listen 127.0.0.1:0 --workers 1 2>\"$2\"";
    RunningProcess daemon({"/bin/sh", "-c", command, PALERMO_SEARCHD, index.string(), log.string()});
    const auto line = daemon.read_line();
    const auto port = static_cast<std::uint16_t>(std::stoul(line.substr(line.rfind(':') + 1)));
    std::vector<HttpClient> clients;
    for (int i = 0; i < 60; ++i) clients.emplace_back(port);
    const auto logged = [&log] {
        std::ifstream stream(log);
        return std::string(std::istreambuf_iterator<char>(stream), {});
    };
    REQUIRE(eventually([&] { return logged().find("Connections cannot be accepted") != std::string::npos; }));
    HttpClient last(port);
    last.send_bytes("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    clients.clear();
    CHECK(last.read_reply().status == 200);
}
#endif

TEST_CASE("the daemon refuses to start with a sentence and its exit code", "[e2e]") {
    const TempDirectory directory;
    const auto missing = run({PALERMO_SEARCHD, "--index", (directory.path() / "nowhere").string(), "--listen", "127.0.0.1:0"});
    CHECK(missing.exit_code == 3);
    CHECK(missing.out.empty());
    CHECK(missing.err.find("There is no index in this directory.") != std::string::npos);

    const auto index = index_of_one(directory);
    const Daemon first(index);
    const auto taken = run({PALERMO_SEARCHD, "--index", index.string(), "--listen", "127.0.0.1:" + std::to_string(first.port())});
    CHECK(taken.exit_code == 6);
    CHECK(taken.err.find("Another program already listens on 127.0.0.1:") != std::string::npos);

    directory.write("index/current", "garbage");
    CHECK(run({PALERMO_SEARCHD, "--index", index.string(), "--listen", "127.0.0.1:0"}).exit_code == 3);
    CHECK(run({PALERMO_SEARCHD}).exit_code == 2);
    CHECK(run({PALERMO_SEARCHD, "--help"}).exit_code == 0);
}

}  // namespace palermo::test
