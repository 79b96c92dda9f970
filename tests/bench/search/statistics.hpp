// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/search_results.hpp"

#include <optional>
#include <vector>

namespace palermo::bench {

/// The value that `share` of all values do not pass; 0 of none.
[[nodiscard]] double quantile(std::vector<double> values, double share);
[[nodiscard]] double mean(const std::vector<double>& values);

enum class Time { clock, processor };

/// Milliseconds of answers, in the order of the questions: of the first `most`, of one kind or of all.
[[nodiscard]] std::vector<double> milliseconds(const SearchResults& results, const ModeResult& result,
                                               std::optional<QuestionKind> kind = {}, std::size_t most = static_cast<std::size_t>(-1),
                                               Time time = Time::clock);

/// How many times as fast ours is as theirs in a mode, by the mean over the questions that both have answered.
[[nodiscard]] std::optional<double> speed(const SearchResults& results, Mode mode, const std::string& theirs,
                                          std::optional<QuestionKind> kind = {}, Time time = Time::clock);

}  // namespace palermo::bench
