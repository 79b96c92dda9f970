// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/search_results.hpp"

#include <string>
#include <vector>

namespace palermo::bench {

/// What wrk saw at so many connections, all kept open.
struct HttpRun {
    unsigned connections = 0;
    double per_second = 0;
    double p50_ms = 0;
    double p90_ms = 0;
    double p99_ms = 0;
    double mean_ms = 0;
    std::uint64_t answers = 0;
    std::uint64_t failures = 0;  ///< broken connections, and answers that are no 200
};

/// The real daemon, asked by wrk.
struct HttpResult {
    std::string missing;  ///< why there is none; empty: there is
    std::vector<HttpRun> runs;
    double resident_mb = 0;      ///< of the daemon after all of it, with the files that it has mapped; in 10^6 bytes
    double own_resident_mb = 0;  ///< of that what is no file's
    double start_seconds = 0;    ///< from its start until it listens
};

/// palermo-searchd on our index, with as many workers as `threads` and no result cache; wrk walks through the questions as JSON of the API,
/// with facets and passages, at 1, 8 and 64 connections.
[[nodiscard]] HttpResult measure_http(const SearchSetting& setting, const SearchResults& results);

}  // namespace palermo::bench
