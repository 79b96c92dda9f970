// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/count_request.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Answers to a CountRequest, over the cases of the search's total: they match the words and pass all selections of the facets. Each cell
/// counts distinct cases. A case stands in all cells that it belongs to, so cells need not add up to the total.
namespace palermo {

/// A line or a column of a table. The id is not_recorded where records say nothing.
struct PivotValue {
    std::string id;
    std::string label;
    std::uint64_t count = 0;  ///< cases in any of its cells
    unsigned depth = 0;       ///< below how many others of the same side it stands; a concept counts what is below it too
};

/// Of each side a place among its values; behind the sides nothing.
using PivotPlaces = std::array<std::uint32_t, max_pivot_sides>;

struct PivotCell {
    PivotPlaces at{};
    std::uint64_t count = 0;
};

struct PivotTable {
    Pivot sides;
    std::vector<std::vector<PivotValue>> values;  ///< for each side those with a case, "not recorded" last
    std::vector<PivotCell> cells;                 ///< those with a case, in the order of `at`
};

struct HistogramBucket {
    std::string value;  ///< "2010" or "2010-03"
    std::uint64_t count = 0;
};

struct Histogram {
    HistogramUnit unit{};
    std::vector<HistogramBucket> buckets;  ///< those with a case, the earliest first
    std::uint64_t not_recorded = 0;        ///< by months, cases whose year alone is known are among them
};

/// Of lengths in months. Quartiles are interpolated between neighbours (type 7 of R, the usual one of Excel and NumPy).
struct Distribution {
    std::uint64_t n = 0;
    double min = 0;
    double lower_quartile = 0;
    double median = 0;
    double upper_quartile = 0;
    double max = 0;

    friend bool operator==(const Distribution&, const Distribution&) = default;
};

/// Prison sentences, a case by its longest.
struct SentenceCounts {
    Distribution terms;      ///< cases with a term and no life sentence
    std::uint64_t life = 0;  ///< cases with a life sentence
    std::uint64_t not_recorded = 0;
    Distribution suspended;  ///< the longest suspended part, of cases that have one; they are counted above too
};

struct CountTables {
    std::vector<PivotTable> pivots;
    std::vector<Histogram> histograms;
    std::optional<SentenceCounts> sentences;
};

}  // namespace palermo
