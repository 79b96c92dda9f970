// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/http_load.hpp"

#include "tests/bench/process.hpp"
#include "tests/bench/search/asked_program.hpp"
#include "tests/bench/search/statistics.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <utility>

namespace palermo::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::array<unsigned, 2> connection_counts{8, 64};
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

HttpRun run_wrk(const SearchSetting& setting, const std::string& address, unsigned connections, const fs::path& targets) {
    // One thread reads for all connections, so that it does not crowd out whom it measures.
    const auto log = setting.files.log("wrk");
    const auto finished =
        run_process({"wrk", "-t1", "-c" + std::to_string(connections), "-d" + std::to_string(static_cast<int>(setting.load_seconds)) + "s",
                     "--timeout", "30s", "-s", (setting.files.sources / "tests/bench/search/walk.lua").string(), address, "--",
                     targets.string(), std::to_string(connections)},
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
                .answers = static_cast<std::uint64_t>(number("answers")),
                .failures = static_cast<std::uint64_t>(number("failures"))};
    }
    throw std::runtime_error("wrk fails: " + tail(log));
}

fs::path write_targets(const SearchSetting& setting, const SearchResults& results) {
    auto targets = setting.files.log("targets");
    std::ofstream out(targets);
    for (const auto& question : results.questions) out << target_of(question) << '\n';
    return targets;
}

double median_ms(const std::vector<TimedAnswer>& answers) {
    std::vector<double> times;
    for (const auto& answer : answers) times.push_back(answer.microseconds);
    return quantile(std::move(times), 0.5) / 1e3;
}

void ask_daemon(const SearchSetting& setting, const SearchResults& results, HttpResult& made) {
    const auto& ours = results.contestants.front().contestant;
    const auto targets = write_targets(setting, results);
    const auto begin = std::chrono::steady_clock::now();
    Conversation daemon({setting.files.program("palermo-searchd"), "--index", ours.index.string(), "--listen", "127.0.0.1:0", "--workers",
                         std::to_string(setting.threads), "--result-cache", "0", "--search-timeout", "30000", "--log-level", "error"},
                        setting.files.log("searchd"));
    const auto line = daemon.hear(std::chrono::seconds{60});
    made.start_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const auto scheme = line.find("http://");
    if (scheme == std::string::npos) throw std::runtime_error("palermo-searchd does not listen: " + tail(setting.files.log("searchd")));
    const auto address = line.substr(scheme);
    AskedProgram in_process(ours.ask_command, setting.files.log("beside-http"));
    in_process.warm(Mode::passages, setting.load_seconds);
    static_cast<void>(run_wrk(setting, address, warming_connections, targets));
    for (std::size_t i = 1; i <= setting.http_rounds; ++i) {
        std::cerr << "  over HTTP and in process: round " << i << '\n';
        HttpRound round;
        for (std::size_t turn = 0; turn < setting.http_turns; ++turn) {
            const auto beside = median_ms(in_process.pass(Mode::passages, setting.load_seconds));
            round.turns.push_back({.in_process_median_ms = beside, .run = run_wrk(setting, address, 1, targets)});
        }
        for (const auto connections : connection_counts) round.runs.push_back(run_wrk(setting, address, connections, targets));
        round.in_process_per_second = in_process.load(Mode::passages, setting.threads, setting.load_seconds);
        made.rounds.push_back(std::move(round));
    }
    made.resident_mb = memory_mb(daemon.pid(), "VmRSS");
    made.own_resident_mb = memory_mb(daemon.pid(), "RssAnon");
}

}  // namespace

std::optional<double> over_rounds(const HttpResult& http, unsigned connections,
                                  const std::function<double(const HttpRound&, const HttpRun&)>& figure) {
    std::vector<double> values;
    for (const auto& round : http.rounds) {
        const auto run = std::ranges::find(round.runs, connections, &HttpRun::connections);
        if (run == round.runs.end() || run->failures > 0) return std::nullopt;
        values.push_back(figure(round, *run));
    }
    if (values.empty()) return std::nullopt;
    return quantile(std::move(values), 0.5);
}

std::optional<double> median_beyond_process(const HttpResult& http) {
    std::vector<double> beyond;
    for (const auto& round : http.rounds) {
        for (const auto& turn : round.turns) {
            if (turn.run.failures > 0) return std::nullopt;
            beyond.push_back(turn.run.p50_ms - turn.in_process_median_ms);
        }
    }
    if (beyond.empty()) return std::nullopt;
    return quantile(std::move(beyond), 0.5);
}

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
