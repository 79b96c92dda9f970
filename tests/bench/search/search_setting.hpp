// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/load_setting.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace palermo::bench {

/// What one run of the benchmark of searching is asked for.
struct SearchSetting {
    LoadSetting files;      ///< where everything is; also how many records
    std::string size;       ///< as it was named
    bool is_quick = false;  ///< the smallest size: only who can be measured in a few seconds

    std::size_t questions = 600;
    std::size_t passes = 5;         ///< through the questions; of each question the best counts
    double seconds_of_one = 25;     ///< that all passes of one contestant in one mode may take
    double warm_seconds = 2;        ///< before, for each mode
    double java_warm_seconds = 10;  ///< the same for what is compiled while it runs
    double load_seconds = 6;        ///< with all threads at once, and of each run of wrk
    std::size_t http_rounds = 3;    ///< of the daemon and of the same search in process, in turn
    std::size_t http_turns = 3;     ///< of one connection and of one thread, in each of them
    unsigned threads = 2;
};

/// smallest (2,000 short records and 40 judgments), small (50,000 and 500), middle (200,000 and 3,000), large (1,000,000 and 3,000), or
/// SHORT,JUDGMENTS in numbers.
[[nodiscard]] std::optional<SearchSetting> search_setting_of(const std::string& size);

}  // namespace palermo::bench
