// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/http_load.hpp"

#include "tests/bench/process.hpp"
#include "tests/bench/search/conversation.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <stdexcept>

namespace palermo::bench {
namespace {

constexpr std::array<unsigned, 3> connection_counts{1, 8, 64};
constexpr unsigned warming_connections = 8;

std::string encoded(const std::string& text) {
    std::string made;
    for (const char c : text) made += c == ' ' ? "%20" : c == '"' ? "%22" : std::string(1, c);
    return made;
}

/// As palermo_engine.cpp types it.
std::string target_of(const Question& question) {
    auto text = joined(question.words, question.join == Join::any && question.kind != QuestionKind::known_item ? " OR " : " ");
    if (question.join == Join::phrase) text = '"' + text + '"';
    std::string target = "/api/v1/search?size=" + std::to_string(hits_asked);
    if (!text.empty()) target += "&q=" + encoded(text);
    for (const auto& choice : question.choices) {
        auto name = choice.facet;
        std::ranges::replace(name, '_', '-');
        target += '&' + name + '=' + choice.value;
    }
    return target;
}

/// "VmRSS:   1234 kB" of a running process, in 10^6 bytes.
double memory_mb(pid_t pid, const std::string& name) {
    std::ifstream in("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with(name + ':')) return std::strtod(line.c_str() + name.size() + 1, nullptr) * 1024 / 1e6;
    }
    return 0;
}

HttpRun run_wrk(const SearchSetting& setting, const std::string& address, unsigned connections, const std::filesystem::path& targets) {
    // One thread reads for all connections, so that it does not crowd out whom it measures.
    const auto log = setting.files.log("wrk");
    const auto finished = run_process(
        {"wrk", "-t1", "-c" + std::to_string(connections), "-d" + std::to_string(static_cast<int>(setting.load_seconds)) + "s", "--timeout",
         "30s", "-s", (setting.files.sources / "tests/bench/search/walk.lua").string(), address, "--", targets.string()},
        log);
    std::ifstream in(log);
    for (std::string line; std::getline(in, line);) {
        if (finished.exit_code != 0 || !line.starts_with("result ")) continue;
        const auto seen = boost::json::parse(line.substr(7)).as_object();
        const auto number = [&](const char* name) { return seen.at(name).to_number<double>(); };
        return {.connections = connections,
                .per_second = number("per_second"),
                .p50_ms = number("p50_ms"),
                .p90_ms = number("p90_ms"),
                .p99_ms = number("p99_ms"),
                .mean_ms = number("mean_ms"),
                .answers = static_cast<std::uint64_t>(number("answers")),
                .failures = static_cast<std::uint64_t>(number("failures"))};
    }
    throw std::runtime_error("wrk fails: " + tail(log));
}

void ask_daemon(const SearchSetting& setting, const SearchResults& results, HttpResult& made) {
    const auto targets = setting.files.log("targets");
    {
        std::ofstream out(targets);
        for (const auto& question : results.questions) out << target_of(question) << '\n';
    }
    const auto begin = std::chrono::steady_clock::now();
    Conversation daemon({setting.files.program("palermo-searchd"), "--index", results.contestants.front().contestant.index.string(),
                         "--listen", "127.0.0.1:0", "--workers", std::to_string(setting.threads), "--result-cache", "0", "--search-timeout",
                         "30000", "--log-level", "error"},
                        setting.files.log("searchd"));
    const auto line = daemon.hear(std::chrono::seconds{60});
    made.start_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const auto address = line.find("http://");
    if (address == std::string::npos) throw std::runtime_error("palermo-searchd does not listen: " + tail(setting.files.log("searchd")));
    // Warm, as those in process are.
    static_cast<void>(run_wrk(setting, line.substr(address), warming_connections, targets));
    for (const auto connections : connection_counts) {
        std::cerr << "  over HTTP: " << connections << " connections\n";
        made.runs.push_back(run_wrk(setting, line.substr(address), connections, targets));
    }
    made.resident_mb = memory_mb(daemon.pid(), "VmRSS");
    made.own_resident_mb = memory_mb(daemon.pid(), "RssAnon");
}

}  // namespace

HttpResult measure_http(const SearchSetting& setting, const SearchResults& results) {
    HttpResult made;
    if (results.find("palermo") == nullptr) {
        made.missing = "there is no index of ours";
    } else if (!is_installed("wrk")) {
        made.missing = "wrk is not installed";
    } else {
        try {
            ask_daemon(setting, results, made);
        } catch (const std::exception& failure) {
            made.missing = failure.what();
        }
    }
    return made;
}

}  // namespace palermo::bench
