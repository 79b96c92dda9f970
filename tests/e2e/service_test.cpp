// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <future>
#include <string>
#include <vector>

namespace palermo::test {
namespace {

/// The port in "metrics on http://127.0.0.1:PORT/metrics".
std::uint16_t metrics_port(Daemon& daemon) {
    const auto line = daemon.process().read_line();
    const std::string beginning = "metrics on http://127.0.0.1:";
    INFO(line);
    REQUIRE(line.starts_with(beginning));
    REQUIRE(line.ends_with("/metrics"));
    return static_cast<std::uint16_t>(std::stoul(line.substr(beginning.size())));
}

bool says(const std::string& text, const std::string& line) { return text.find('\n' + line + '\n') != std::string::npos; }

std::filesystem::path index_of_one(const TempDirectory& directory) {
    const auto index = directory.path() / "index";
    load(index, {write_case(directory, case_of("one", "They came by ship."))});
    return index;
}

/// Answers whose numbers are not those of the generation that they name: in generation n, n cases came by ship. For a thread of its own, so
/// without assertions.
int false_answers(std::uint16_t port, const std::atomic<bool>& stop) {
    HttpClient client(port);
    int wrong = 0;
    while (!stop) {
        const auto answer = boost::json::parse(client.get("/api/v1/search?q=ship").body);
        if (total(answer) != answer.at("generation").to_number<std::uint64_t>()) ++wrong;
    }
    return wrong;
}

}  // namespace

TEST_CASE("the operator's port tells what the daemon does, and the readers' does not", "[e2e]") {
    const TempDirectory directory;
    const auto index = index_of_one(directory);
    Daemon daemon(index, {"--metrics-listen", "127.0.0.1:0"});
    HttpClient operators(metrics_port(daemon));
    auto client = daemon.client();
    for (int i = 0; i < 3; ++i) CHECK(client.get("/api/v1/search?q=ship").status == 200);
    CHECK(client.get("/metrics").status == 404);
    CHECK(operators.get("/api/v1/search?q=ship").status == 404);
    REQUIRE(eventually([&] {
        return says(operators.get("/metrics").body,
                    "palermo_http_requests_total{method=\"GET\",route=\"/api/v1/search\",status=\"200\"} 3");
    }));
    const auto reply = operators.get("/metrics");
    CHECK(reply.header("content-type") == "text/plain; version=0.0.4; charset=utf-8");
    CHECK(says(reply.body, "palermo_result_cache_hits_total 2"));
    CHECK(says(reply.body, "palermo_generation 1"));
    CHECK(reply.body.find("ship") == std::string::npos);
    load(index, {write_case(directory, case_of("two", "They came by ship."))});
    REQUIRE(eventually([&] { return says(operators.get("/metrics").body, "palermo_generation 2"); }));
    CHECK(total(search(client, "q=ship")) == 2);
    CHECK(says(operators.get("/metrics").body, "palermo_generation_switches_total 1"));
    CHECK(says(operators.get("/metrics").body, "palermo_searchers_opened_late_total 0"));
}

TEST_CASE("readers and the operator cannot have one address", "[e2e]") {
    const auto finished =
        run({PALERMO_SEARCHD, "--index", "x", "--listen", "127.0.0.1:8080", "--metrics-listen", "127.0.0.1:8080", "--check-config"});
    CHECK(finished.exit_code == 2);
    CHECK(finished.err ==
          "error: The settings listen and metrics-listen are one address, 127.0.0.1:8080. Choose another port for the metrics.\n");
    const TempDirectory directory;
    const auto index = index_of_one(directory);
    const Daemon other(index);
    const auto taken = run({PALERMO_SEARCHD, "--index", index.string(), "--listen", "127.0.0.1:0", "--metrics-listen",
                            "127.0.0.1:" + std::to_string(other.port())});
    CHECK(taken.exit_code == 6);
    CHECK(taken.err.find("Another program already listens on 127.0.0.1:" + std::to_string(other.port())) != std::string::npos);
}

TEST_CASE("answers tell where their time went, and that they were kept", "[e2e]") {
    const TempDirectory directory;
    const auto index = index_of_one(directory);
    const Daemon daemon(index);
    auto client = daemon.client();
    const auto made = client.get("/?q=ship");
    CHECK(made.header("server-timing").find("match;dur=") != std::string::npos);
    CHECK(client.get("/?q=ship").header("server-timing") == "cache;desc=hit");
    CHECK(client.get("/?q=ship").body == made.body);
    const Daemon forgetful(index, {"--result-cache", "0"});
    auto other = forgetful.client();
    for (int i = 0; i < 2; ++i) CHECK(other.get("/?q=ship").header("server-timing").find("match;dur=") != std::string::npos);
}

TEST_CASE("kept answers never outlive their generation, under a stream of readers", "[e2e]") {
    const TempDirectory directory;
    const auto index = index_of_one(directory);
    const Daemon daemon(index);
    std::atomic<bool> stop = false;
    std::vector<std::future<int>> readers;
    for (int i = 0; i < 3; ++i) readers.push_back(std::async(std::launch::async, [&] { return false_answers(daemon.port(), stop); }));
    auto client = daemon.client();
    for (std::uint64_t cases = 2; cases <= 5; ++cases) {
        load(index, {write_case(directory, case_of("case-" + std::to_string(cases), "They came by ship."))});
        CHECK(eventually([&] { return total(search(client, "q=ship")) == cases; }));
    }
    stop = true;
    for (auto& reader : readers) CHECK(reader.get() == 0);
}

TEST_CASE("without facets an answer has the hits and says how much its total is worth", "[e2e]") {
    const TempDirectory directory;
    const auto index = bundled_index(directory);
    const Daemon daemon(index);
    auto client = daemon.client();
    const auto counted = search(client, "q=passport&size=5");
    const auto quick = search(client, "q=passport&size=5&facets=none");
    CHECK(quick.at("hits") == counted.at("hits"));
    CHECK(quick.at("facets").as_object().empty());
    CHECK(counted.at("total_is_exact").as_bool());
    CHECK_FALSE(quick.at("total_is_exact").as_bool());
    CHECK(total(quick) == 6);
    const auto whole = search(client, "q=passport&size=100&facets=none");
    CHECK(whole.at("total_is_exact").as_bool());
    CHECK(total(whole) == total(counted));
    // A page counts whoever asks: its filters are made of the counts.
    CHECK(client.get("/?q=passport&facets=none").body == client.get("/?q=passport").body);
    CHECK(client.get("/api/v1/search?q=passport&facets=some").status == 400);
    CHECK(client.get("/api/v1/search?q=passport&size=5&facets=none").header("etag") !=
          client.get("/api/v1/search?q=passport&size=5").header("etag"));
}

TEST_CASE("without passages an answer has the same hits, unmarked", "[e2e]") {
    const TempDirectory directory;
    const auto index = bundled_index(directory);
    const Daemon daemon(index);
    auto client = daemon.client();
    const auto read = search(client, "q=passport&size=5");
    const auto listed = search(client, "q=passport&size=5&passages=none");
    CHECK(listed.at("total") == read.at("total"));
    CHECK(listed.at("facets") == read.at("facets"));
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(listed.at("hits").at(i).at("id") == read.at("hits").at(i).at("id"));
        CHECK(listed.at("hits").at(i).at("passage").is_null());
        CHECK(read.at("hits").at(i).at("passage").is_object());
    }
    CHECK(client.get("/?q=passport&passages=none").body == client.get("/?q=passport").body);
    CHECK(client.get("/api/v1/search?q=passport&passages=some").status == 400);
}

TEST_CASE("find prints the first ids and looks no further when it is told how many", "[e2e]") {
    const TempDirectory directory;
    const auto index = bundled_index(directory);
    const auto find = [&](const std::vector<std::string>& more) {
        std::vector<std::string> argv{PALERMO_SEARCHD, "find", "--index", index.string(), "passport"};
        argv.insert(argv.end(), more.begin(), more.end());
        return run(argv);
    };
    const auto all = find({});
    const auto three = find({"--limit", "3"});
    CHECK(three.exit_code == 0);
    CHECK(std::count(three.out.begin(), three.out.end(), '\n') == 3);
    CHECK(all.out.starts_with(three.out));
    CHECK(three.err == "Read as: passport\nThe first 3 of more cases of generation 1.\n");
    const auto many = find({"--limit", "1000"});
    CHECK(many.out == all.out);
    CHECK(many.err == all.err);
    for (const std::string wrong : {"0", "-1", "many", "99999999999"}) CHECK(find({"--limit", wrong}).exit_code == 2);
    CHECK(find({"--filter", "facets=none"}).exit_code == 2);
}

}  // namespace palermo::test
