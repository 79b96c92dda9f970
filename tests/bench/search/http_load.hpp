// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/search_results.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palermo::bench {

/// What wrk saw at so many connections, all kept open.
struct HttpRun {
    unsigned connections = 0;
    double per_second = 0;
    double p50_ms = 0;  ///< as measured on one connection; on more as wrk corrects it and the next two
    double p90_ms = 0;
    double p99_ms = 0;
    std::uint64_t answers = 0;
    std::uint64_t failures = 0;  ///< broken connections, and answers that are no 200
};

/// The questions in process and, right behind it, over one connection.
struct HttpTurn {
    double in_process_median_ms = 0;
    HttpRun run;
};

/// The daemon and the same search in process in turn, so that a slow minute of the machine meets both.
struct HttpRound {
    std::vector<HttpTurn> turns;       ///< several: the median of one moves by more than what HTTP costs
    std::vector<HttpRun> runs;         ///< at 8 and 64 connections
    double in_process_per_second = 0;  ///< with as many threads as the daemon has workers
};

/// The real daemon, asked by wrk.
struct HttpResult {
    std::string missing;  ///< why there is none; empty: there is
    std::vector<HttpRound> rounds;
    double resident_mb = 0;      ///< of the daemon after all of it, with the files that it has mapped; in 10^6 bytes
    double own_resident_mb = 0;  ///< of that what is no file's
    double start_seconds = 0;    ///< from its start until it listens
};

/// The median over the rounds of a figure of theirs; nothing when there are none, or a run at so many connections had failures.
[[nodiscard]] std::optional<double> over_rounds(const HttpResult& http, unsigned connections,
                                                const std::function<double(const HttpRound&, const HttpRun&)>& figure);

/// By how many milliseconds the median over one connection is beyond the one in process: the median over all turns. Nothing when there are
/// none, or one had failures.
[[nodiscard]] std::optional<double> median_beyond_process(const HttpResult& http);

/// palermo-searchd on our index, with as many workers as `threads` and no result cache; wrk walks through the questions as JSON of the API,
/// with facets and passages.
[[nodiscard]] HttpResult measure_http(const SearchSetting& setting, const SearchResults& results);

}  // namespace palermo::bench
