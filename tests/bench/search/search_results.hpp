// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/answer_file.hpp"
#include "tests/bench/search/search_contestants.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace palermo::bench {

/// What one contestant took in one mode.
struct ModeResult {
    std::vector<TimedAnswer> answers;  ///< of the first questions, or of all: the answer, and its best times of all passes
    std::optional<double> per_second;  ///< answers, with all threads at once
};

struct ContestantResult {
    SearchContestant contestant;  ///< `missing` says why there is nothing else
    std::string version;
    double open_seconds = 0;  ///< of the index, when it was in memory
    std::optional<double> cold_open_seconds{};
    std::map<Mode, ModeResult> modes;
};

struct SearchResults {
    PreparedCorpus corpus;
    std::vector<Question> questions;
    std::filesystem::path question_file;
    std::vector<ContestantResult> contestants;  ///< ours first

    [[nodiscard]] const ContestantResult* find(const std::string& key) const;
    /// Null when it was not measured.
    [[nodiscard]] const ModeResult* find(const std::string& key, Mode mode) const;
};

}  // namespace palermo::bench
