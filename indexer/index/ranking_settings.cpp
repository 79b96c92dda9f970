// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/ranking_settings.hpp"

namespace palermo {

RankingSettings choose_ranking(std::uint64_t words, std::uint64_t records) {
    // A short record says each thing once: a word more or less of length means nothing. A judgment of a hundred pages holds every word somewhere: there
    // the share counts. Between them lies the usual setting.
    constexpr double judgment = 1'500;
    if (records == 0) return {};
    const auto average = static_cast<double>(words) / static_cast<double>(records);
    if (average >= judgment) return {.k1 = 1.5, .b = 0.9, .min_normlen = 0};
    return {.k1 = 1.2, .b = 0.75, .min_normlen = 0};
}

}  // namespace palermo
