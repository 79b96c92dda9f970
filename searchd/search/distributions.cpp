// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/distributions.hpp"

#include "indexer/index/layout.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace palermo {
namespace {

LengthCounts lengths_of(const Snapshot& snapshot, const DimensionCounts& counts, Dimension dimension) {
    LengthCounts lengths;
    const auto& values = snapshot.values(dimension).all();
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (counts.by_ordinal[i] > 0) lengths[static_cast<std::uint32_t>(std::stoul(values[i]))] += counts.by_ordinal[i];
    }
    return lengths;
}

/// The one at a place among all in ascending order, from 0.
double length_at(const LengthCounts& lengths, std::uint64_t place) {
    for (const auto& [months, cases] : lengths) {
        if (place < cases) return months;
        place -= cases;
    }
    return 0;
}

double quantile(const LengthCounts& lengths, std::uint64_t n, double share) {
    const auto place = static_cast<double>(n - 1) * share;
    const auto below = std::floor(place);
    const auto low = length_at(lengths, static_cast<std::uint64_t>(below));
    const auto high = length_at(lengths, std::min(static_cast<std::uint64_t>(below) + 1, n - 1));
    return low + (high - low) * (place - below);
}

}  // namespace

Distribution describe(const LengthCounts& lengths) {
    Distribution all;
    for (const auto& [months, cases] : lengths) all.n += cases;
    if (all.n == 0) return all;
    all.min = lengths.begin()->first;
    all.lower_quartile = quantile(lengths, all.n, 0.25);
    all.median = quantile(lengths, all.n, 0.5);
    all.upper_quartile = quantile(lengths, all.n, 0.75);
    all.max = lengths.rbegin()->first;
    return all;
}

Histogram count_histogram(const Snapshot& snapshot, DimensionCounter& cases, HistogramUnit unit) {
    const auto dimension = unit == HistogramUnit::year ? Dimension::year : Dimension::month;
    const auto& counts = cases.of(dimension);
    Histogram histogram{.unit = unit, .buckets = {}, .not_recorded = counts.not_recorded};
    const auto& values = snapshot.values(dimension).all();
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (counts.by_ordinal[i] > 0) histogram.buckets.push_back({values[i], counts.by_ordinal[i]});
    }
    std::ranges::sort(histogram.buckets, {}, &HistogramBucket::value);
    return histogram;
}

SentenceCounts count_sentences(const Snapshot& snapshot, DimensionCounter& cases) {
    const auto& longest = cases.of(Dimension::sentence);
    auto terms = lengths_of(snapshot, longest, Dimension::sentence);
    SentenceCounts counts{.terms = {}, .life = 0, .not_recorded = longest.not_recorded, .suspended = {}};
    if (const auto life = terms.extract(layout::life_in_months); !life.empty()) counts.life = life.mapped();
    counts.terms = describe(terms);
    counts.suspended = describe(lengths_of(snapshot, cases.of(Dimension::suspended), Dimension::suspended));
    return counts;
}

}  // namespace palermo
