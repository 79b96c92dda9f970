// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/ranking_settings.hpp"

#include <algorithm>

namespace palermo {

RankingSettings choose_ranking(std::uint64_t words, std::uint64_t records) {
    // A short record says each thing once: neither how often nor how long means much. A judgment of a hundred pages holds every word
    // somewhere: there the share counts. Measured at both ends (records of 25 to 150 words, judgments of 5,000); between them the settings
    // grow with the length.
    constexpr double words_for_one_k1 = 125;
    constexpr double words_for_full_b = 250;
    if (records == 0) return {};
    const auto average = static_cast<double>(words) / static_cast<double>(records);
    return {
        .k1 = std::clamp(average / words_for_one_k1, 0.9, 1.5), .b = std::clamp(average / words_for_full_b, 0.4, 0.9), .min_normlen = 0};
}

}  // namespace palermo
