// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/statistics.hpp"

#include <algorithm>
#include <numeric>

namespace palermo::bench {

double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    const auto place = std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())));
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(place));
    return values[place];
}

double mean(const std::vector<double>& values) {
    return values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<double> milliseconds(const SearchResults& results, const ModeResult& result, std::optional<QuestionKind> kind, std::size_t most,
                                 Time time) {
    std::vector<double> times;
    for (std::size_t i = 0; i < std::min(most, result.answers.size()); ++i) {
        const auto& answer = result.answers[i];
        if (kind && results.questions[i].kind != *kind) continue;
        times.push_back((time == Time::clock ? answer.microseconds : answer.cpu_microseconds) / 1e3);
    }
    return times;
}

std::optional<double> speed(const SearchResults& results, Mode mode, const std::string& theirs, std::optional<QuestionKind> kind,
                            Time time) {
    const auto* our_result = results.find("palermo", mode);
    const auto* their_result = results.find(theirs, mode);
    if (our_result == nullptr || their_result == nullptr) return std::nullopt;
    const auto both = std::min(our_result->answers.size(), their_result->answers.size());
    const auto our_mean = mean(milliseconds(results, *our_result, kind, both, time));
    const auto their_mean = mean(milliseconds(results, *their_result, kind, both, time));
    if (our_mean <= 0 || their_mean <= 0) return std::nullopt;
    return their_mean / our_mean;
}

}  // namespace palermo::bench
