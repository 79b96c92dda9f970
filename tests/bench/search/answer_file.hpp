// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/engine.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palermo::bench {

/// An answer and what it took.
struct TimedAnswer {
    double microseconds = 0;      ///< by the clock
    double cpu_microseconds = 0;  ///< of the processor's time, of the thread that answered: what others do on the machine is not in it
    std::optional<std::uint64_t> total;
    std::uint64_t counts_hash = 0;  ///< the same when all counts of all facets are the same
    std::uint64_t counts_sum = 0;
    std::size_t passages = 0;
    bool is_wider = false;
    std::vector<std::string> ids;
};

/// Without its times.
[[nodiscard]] TimedAnswer timed_answer(const Answer& answer);

/// An answer a line, in the order of the questions: microseconds, those of the processor, total or -1, hash, sum, passages, wider (0 or 1),
/// ids; tabs between, and blanks between ids.
void write_answers(const std::vector<TimedAnswer>& answers, const std::filesystem::path& file);
[[nodiscard]] std::vector<TimedAnswer> read_answers(const std::filesystem::path& file);

}  // namespace palermo::bench
