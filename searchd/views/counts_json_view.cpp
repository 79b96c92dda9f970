// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/counts_json_view.hpp"

#include "searchd/views/count_url.hpp"
#include "searchd/views/utf8.hpp"

#include <boost/json.hpp>

#include <cmath>
#include <utility>

namespace palermo {
namespace {

namespace json = boost::json;

json::object side_json(PivotSide side, const std::vector<PivotValue>& values) {
    json::array all;
    for (const auto& value : values)
        all.push_back(
            json::object{{"id", clean_utf8(value.id)}, {"label", clean_utf8(value.label)}, {"count", value.count}, {"depth", value.depth}});
    return {{"name", name_of(side)}, {"values", std::move(all)}};
}

json::object pivot_json(const PivotTable& table) {
    json::array sides;
    for (std::size_t i = 0; i < table.sides.size(); ++i) sides.push_back(side_json(table.sides[i], table.values[i]));
    json::array cells;
    for (const auto& cell : table.cells) {
        json::array at;
        for (std::size_t i = 0; i < cell.at.size(); ++i) at.emplace_back(clean_utf8(table.values[i][cell.at[i]].id));
        cells.push_back(json::object{{"at", std::move(at)}, {"count", cell.count}});
    }
    return {{"pivot", name_of(table.sides)}, {"sides", std::move(sides)}, {"cells", std::move(cells)}};
}

json::object histogram_json(const Histogram& histogram) {
    json::array buckets;
    for (const auto& bucket : histogram.buckets)
        buckets.push_back(json::object{{"value", clean_utf8(bucket.value)}, {"count", bucket.count}});
    return {{"by", name_of(histogram.unit)}, {"buckets", std::move(buckets)}, {"not_recorded", histogram.not_recorded}};
}

/// Whole months without a point.
json::value months(double length) {
    if (std::floor(length) == length) return static_cast<std::int64_t>(length);
    return length;
}

json::object distribution_json(const Distribution& lengths) {
    const auto known = [&](double length) { return lengths.n == 0 ? json::value(nullptr) : months(length); };
    return {{"n", lengths.n},
            {"min", known(lengths.min)},
            {"lower_quartile", known(lengths.lower_quartile)},
            {"median", known(lengths.median)},
            {"upper_quartile", known(lengths.upper_quartile)},
            {"max", known(lengths.max)}};
}

json::object sentences_json(const SentenceCounts& sentences) {
    return {{"terms", distribution_json(sentences.terms)},
            {"life", sentences.life},
            {"not_recorded", sentences.not_recorded},
            {"suspended", distribution_json(sentences.suspended)}};
}

}  // namespace

json::object with_counts(json::object answer, const SearchResult& result, const SearchRequest& request) {
    if (request.counts.empty()) return answer;
    json::array pivots;
    for (const auto& table : result.tables.pivots) pivots.push_back(pivot_json(table));
    json::array histograms;
    for (const auto& histogram : result.tables.histograms) histograms.push_back(histogram_json(histogram));
    const auto& sentences = result.tables.sentences;
    answer["counts"] = json::object{{"pivots", std::move(pivots)},
                                    {"histograms", std::move(histograms)},
                                    {"sentences", sentences ? json::value(sentences_json(*sentences)) : json::value(nullptr)}};
    return answer;
}

}  // namespace palermo
