// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace palermo {

/// BM25's parameters, as Robertson and Zaragoza name them. They depend on how long a collection's texts are, so they are chosen when
/// records are loaded and stored in the manifest: a generation ranks the same wherever it is served.
struct RankingSettings {
    double k1 = 1.2;           ///< how long further occurrences of a word go on counting
    double b = 0.75;           ///< how much a text's length is held against it: 0 not at all, 1 in full
    double min_normlen = 0.0;  ///< lengths below this share of the average count as this share

    friend bool operator==(const RankingSettings&, const RankingSettings&) = default;
};

/// From the average number of words of a case. Measured with ./dev eval; see the .cpp.
[[nodiscard]] RankingSettings choose_ranking(std::uint64_t words, std::uint64_t records);

}  // namespace palermo
