// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/counts_view.hpp"

#include "corpus/facet_label.hpp"
#include "searchd/views/cell_link.hpp"
#include "searchd/views/label_view.hpp"
#include "searchd/views/pivot_view.hpp"
#include "searchd/views/search_url.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <utility>

namespace palermo {
namespace {

Html header(std::string_view scope, const Html& words) { return element("th", {{"scope", std::string(scope)}}, words); }

Html table(const std::string& title, const std::vector<std::string>& columns, const Html& body) {
    Html head;
    for (const auto& column : columns) head += header("col", text(column));
    return element("h3", text(title)) + element("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", title}},
                                                element("table", {element("thead", element("tr", head)), element("tbody", body)}));
}

Html not_said(const SearchRequest& request) { return labelled(code_label(not_recorded, request.lang), request.lang); }

Html render_histogram(const Histogram& histogram, const SearchResult& result, const SearchRequest& request) {
    const bool by_year = histogram.unit == HistogramUnit::year;
    const auto row = [&](const Html& label, const std::string& id, std::uint64_t count) {
        // No search is of one month alone: a date range also finds cases whose year alone is known.
        auto cases = by_year ? narrowed_to(request, result, PivotSide::year, id) : std::nullopt;
        return element("tr", {header("row", label), element("td", counted_link(count, std::move(cases)))});
    };
    Html body;
    for (const auto& bucket : histogram.buckets) body += row(text(bucket.value), bucket.value, bucket.count);
    if (histogram.not_recorded > 0) body += row(not_said(request), std::string(not_recorded), histogram.not_recorded);
    const std::string unit = by_year ? "Year" : "Month";
    return table(unit + " of the latest decision", {unit, "Cases"}, body);
}

/// One digit behind the point, where there is something behind it.
std::string months(double length) {
    if (std::floor(length) == length) return std::to_string(static_cast<std::int64_t>(length));
    std::array<char, 32> buffer{};
    const auto size = std::snprintf(buffer.data(), buffer.size(), "%.1f", length);
    return {buffer.data(), static_cast<std::size_t>(size)};
}

Html distribution_row(const std::string& label, const Distribution& lengths) {
    auto row = header("row", text(label)) + element("td", text(std::to_string(lengths.n)));
    for (const auto length : {lengths.min, lengths.lower_quartile, lengths.median, lengths.upper_quartile, lengths.max})
        row += element("td", text(lengths.n == 0 ? "" : months(length)));
    return element("tr", row);
}

Html count_row(const Html& label, std::uint64_t count) {
    return element("tr", {header("row", label), element("td", text(std::to_string(count))), element("td", {{"colspan", "5"}}, Html())});
}

Html render_sentences(const SentenceCounts& sentences, const SearchRequest& request) {
    return table("Longest prison sentence, in months", {"", "Cases", "Shortest", "Lower quartile", "Median", "Upper quartile", "Longest"},
                 distribution_row("A term", sentences.terms) + count_row(text("Life"), sentences.life) +
                     count_row(not_said(request), sentences.not_recorded) +
                     distribution_row("Of them suspended in part or whole", sentences.suspended));
}

Html tables(const SearchResult& result, const SearchRequest& request) {
    Html all;
    for (const auto& pivot : result.tables.pivots) all += render_pivot(pivot, result, request);
    for (const auto& histogram : result.tables.histograms) all += render_histogram(histogram, result, request);
    if (result.tables.sentences) all += render_sentences(*result.tables.sentences, request);
    return all;
}

}  // namespace

Html render_counts(const SearchResult& result, const SearchRequest& request) {
    if (result.total == 0) return {};
    auto other = request;
    if (request.counts.empty()) {
        other.counts = usual_counts();
        return element("p", {{"class", "quiet"}}, link(search_address(other) + "#counts", text("Show counts"), {{"rel", "nofollow"}}));
    }
    other.counts = {};
    const auto edition = "Counted over the " + std::to_string(result.total) + (result.total == 1 ? " case" : " cases") +
                         " found in generation " + std::to_string(result.generation) + ", made " + result.generation_time +
                         ". A case stands in every cell that it belongs to.";
    return element("section", {{"class", "counts"}, {"id", "counts"}, {"aria-label", "Counts"}},
                   {element("h2", text("Counts")), element("p", text(edition)),
                    element("p", {{"class", "quiet"}}, link(search_address(other), text("Leave out the counts"), {{"rel", "nofollow"}})),
                    tables(result, request)});
}

}  // namespace palermo
