// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/searcher.hpp"

#include "searchd/query/echo.hpp"
#include "searchd/query/parser.hpp"
#include "searchd/search/facet_buckets.hpp"
#include "searchd/search/facet_counter.hpp"
#include "searchd/search/hit_loader.hpp"
#include "searchd/search/match_set.hpp"
#include "searchd/search/query_planner.hpp"

#include <utility>

namespace palermo {
namespace {

/// Without words there is no relevance: the newest come first.
SortOrder order_of(const SearchRequest& request, const QueryPlan& plan) {
    return request.sort == SortOrder::relevance && !plan.has_words ? SortOrder::newest : request.sort;
}

QueryError no_word() { return {.message = "There is no word to search for in this.", .offset = 0, .repair = ""}; }

/// Words analysed by other rules would be looked up under terms that are not there.
std::optional<Diagnostic> foreign_analysis(const Snapshot& snapshot) {
    const auto& manifest = snapshot.manifest();
    const auto own = Analyzer::settings().version;
    if (manifest.analyzer.version == own) return std::nullopt;
    return error_at(snapshot.directory().generation_file(manifest.generation).string(),
                    "The index was made with version " + std::to_string(manifest.analyzer.version) +
                        " of the text analysis; this program has version " + std::to_string(own) + ".",
                    "Run palermo-indexer load of this version on any record: it builds the whole index again.", Cause::index);
}

}  // namespace

Searcher::Searcher(WorkerView view) : view_(std::move(view)) {}

Result<Searcher> Searcher::open(std::shared_ptr<const Snapshot> snapshot) {
    if (auto foreign = foreign_analysis(*snapshot)) return std::move(*foreign);
    auto view = WorkerView::open(std::move(snapshot));
    if (!view) return view.error();
    return Searcher(std::move(*view));
}

Result<SearchAnswer> Searcher::search(const SearchRequest& request, std::chrono::steady_clock::time_point deadline) {
    const auto parsed = query::parse(request.text);
    if (const auto* error = std::get_if<query::ParseError>(&parsed)) {
        return SearchAnswer(QueryError{.message = error->message, .offset = error->offset, .repair = error->repair});
    }
    const auto& text = std::get<std::optional<query::Node>>(parsed);
    const auto plan = plan_query(text, request, snapshot(), analyzer_);
    if (request.text.find_first_not_of(" \t\r\n") != std::string::npos && !plan.has_words) return SearchAnswer(no_word());
    try {
        return guarded(snapshot().directory().root().string(), [&]() -> Result<SearchAnswer> {
            FacetCounter counter(snapshot(), request.facets);
            visit_matches(view_, plan.matching, deadline, [&](std::uint32_t docid) { counter.count(docid); });
            SearchResult result{.generation = snapshot().manifest().generation,
                                .generation_time = snapshot().manifest().created,
                                .total = counter.tally().total,
                                .query_text = request.text,
                                .read_as = text ? query::read_as(*text) : "",
                                .hits = {},
                                .facets = make_buckets(counter.tally(), snapshot(), request)};
            for (const auto& match : rank_page(view_, plan.ranked, request, order_of(request, plan), deadline)) {
                auto hit = load_hit(match, view_, request, plan.sought, analyzer_);
                if (!hit) return hit.error();
                result.hits.push_back(std::move(*hit));
            }
            return SearchAnswer(std::move(result));
        });
    } catch (const DeadlinePassed&) {
        return SearchAnswer(SearchTimedOut{});
    }
}

Result<std::optional<std::string>> Searcher::source_xml(const std::string& case_id) {
    const auto docid = view_.find(case_id);
    if (!docid) return docid.error();
    if (!*docid) return std::optional<std::string>();
    const auto data = view_.data(**docid);
    if (!data) return data.error();
    auto xml = view_.text(**docid, data->source_xml);
    if (!xml) return xml.error();
    return std::optional(std::move(*xml));
}

}  // namespace palermo
