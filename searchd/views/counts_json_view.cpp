// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/counts_json_view.hpp"

#include "searchd/views/count_url.hpp"

#include <cmath>
#include <cstdint>
#include <string_view>

namespace palermo {
namespace {

void write_side(JsonWriter& json, PivotSide side, const std::vector<PivotValue>& values) {
    json.begin_object();
    json.member("name", name_of(side));
    json.name("values");
    json.begin_array();
    for (const auto& value : values) {
        json.begin_object();
        json.member("id", value.id);
        json.member("label", value.label);
        json.member("count", value.count);
        json.member("depth", value.depth);
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

void write_cell(JsonWriter& json, const PivotTable& table, const PivotCell& cell) {
    json.begin_object();
    json.name("at");
    json.begin_array();
    for (std::size_t i = 0; i < table.sides.size(); ++i) json.value(table.values[i][cell.at[i]].id);
    json.end_array();
    json.member("count", cell.count);
    json.end_object();
}

void write_pivot(JsonWriter& json, const PivotTable& table) {
    json.begin_object();
    json.member("pivot", name_of(table.sides));
    json.name("sides");
    json.begin_array();
    for (std::size_t i = 0; i < table.sides.size(); ++i) write_side(json, table.sides[i], table.values[i]);
    json.end_array();
    json.name("cells");
    json.begin_array();
    for (const auto& cell : table.cells) write_cell(json, table, cell);
    json.end_array();
    json.end_object();
}

void write_histogram(JsonWriter& json, const Histogram& histogram) {
    json.begin_object();
    json.member("by", name_of(histogram.unit));
    json.name("buckets");
    json.begin_array();
    for (const auto& bucket : histogram.buckets) {
        json.begin_object();
        json.member("value", bucket.value);
        json.member("count", bucket.count);
        json.end_object();
    }
    json.end_array();
    json.member("not_recorded", histogram.not_recorded);
    json.end_object();
}

/// Whole months without a point; nothing when there is no length at all.
void write_months(JsonWriter& json, std::string_view name, const Distribution& lengths, double length) {
    json.name(name);
    if (lengths.n == 0)
        json.null();
    else if (std::floor(length) == length)
        json.value(static_cast<std::int64_t>(length));
    else
        json.value(length);
}

void write_distribution(JsonWriter& json, std::string_view name, const Distribution& lengths) {
    json.name(name);
    json.begin_object();
    json.member("n", lengths.n);
    write_months(json, "min", lengths, lengths.min);
    write_months(json, "lower_quartile", lengths, lengths.lower_quartile);
    write_months(json, "median", lengths, lengths.median);
    write_months(json, "upper_quartile", lengths, lengths.upper_quartile);
    write_months(json, "max", lengths, lengths.max);
    json.end_object();
}

void write_sentences(JsonWriter& json, const SentenceCounts& sentences) {
    json.begin_object();
    write_distribution(json, "terms", sentences.terms);
    json.member("life", sentences.life);
    json.member("not_recorded", sentences.not_recorded);
    write_distribution(json, "suspended", sentences.suspended);
    json.end_object();
}

}  // namespace

void write_counts(JsonWriter& json, const SearchResult& result, const SearchRequest& request) {
    if (request.counts.empty()) return;
    json.name("counts");
    json.begin_object();
    json.name("pivots");
    json.begin_array();
    for (const auto& table : result.tables.pivots) write_pivot(json, table);
    json.end_array();
    json.name("histograms");
    json.begin_array();
    for (const auto& histogram : result.tables.histograms) write_histogram(json, histogram);
    json.end_array();
    json.name("sentences");
    if (result.tables.sentences)
        write_sentences(json, *result.tables.sentences);
    else
        json.null();
    json.end_object();
}

}  // namespace palermo
