// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/analysis/analyzer.hpp"
#include "indexer/index/snapshot.hpp"
#include "indexer/index/worker_view.hpp"
#include "searchd/query/ast.hpp"
#include "searchd/search/collection_labels.hpp"
#include "searchd/search/concept_finder.hpp"
#include "searchd/search/facet_counter.hpp"
#include "searchd/search/match_set.hpp"
#include "searchd/search/phase_times.hpp"
#include "searchd/search/query_planner.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"
#include "searchd/search/suggestion.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace palermo {

/// The deadline passed before the search was done.
struct SearchTimedOut {};

/// The answer, what is wrong with the query, or that it took too long. (A Result's error is none of these: the index failed.)
using SearchAnswer = std::variant<SearchResult, QueryError, SearchTimedOut>;

/// Answers searches on one snapshot. Holds Xapian handles and an analyzer: one searcher a thread.
class Searcher {
public:
    [[nodiscard]] static Result<Searcher> open(std::shared_ptr<const Snapshot> snapshot);

    [[nodiscard]] const Snapshot& snapshot() const { return view_.snapshot(); }

    /// Concepts that were chosen by an old id are read as those that stand for them (with_current_concepts), and a note says so. The clock
    /// learns which phase runs, from parse to passages.
    [[nodiscard]] Result<SearchAnswer> search(const SearchRequest& asked, Deadline deadline, PhaseClock& clock);
    [[nodiscard]] Result<SearchAnswer> search(const SearchRequest& asked, Deadline deadline) {
        PhaseClock nobody_asks;
        return search(asked, deadline, nobody_asks);
    }

    /// The first `most` matches of a search in their order, on one page: of a hit only its id, and no facets.
    [[nodiscard]] Result<SearchAnswer> find(const SearchRequest& asked, std::uint32_t most, Deadline deadline);
    /// All of them.
    [[nodiscard]] Result<SearchAnswer> find_all(const SearchRequest& asked, Deadline deadline) {
        return find(asked, view_.database().get_doccount(), deadline);
    }

    /// The cases that are like asked.similar_to, with the reasons (see SimilarPlan); asked's words and filters narrow them. Nothing
    /// when the collection does not hold that case.
    [[nodiscard]] Result<std::optional<SearchAnswer>> similar(const SearchRequest& asked, Deadline deadline, PhaseClock& clock);
    [[nodiscard]] Result<std::optional<SearchAnswer>> similar(const SearchRequest& asked, Deadline deadline) {
        PhaseClock nobody_asks;
        return similar(asked, deadline, nobody_asks);
    }

    /// What the text that is being typed may be on its way to; see suggester.hpp.
    [[nodiscard]] Result<std::vector<Suggestion>> suggest(const SuggestRequest& asked) const;

    /// The record with this id as it was loaded, as UTF-8 (XML); nothing when the collection does not hold it.
    [[nodiscard]] Result<std::optional<std::string>> source_xml(const std::string& case_id);

private:
    Searcher(WorkerView view, TextLanguages languages);

    [[nodiscard]] PlanContext context() const { return {view_, labels_, languages_, analyzer_}; }
    [[nodiscard]] Result<SearchAnswer> answer(const SearchRequest& request, const std::optional<query::Node>& text, Deadline deadline,
                                              PhaseClock& clock);
    [[nodiscard]] Result<SearchAnswer> answer_ids(const SearchRequest& request, const std::optional<query::Node>& text, Deadline deadline);
    [[nodiscard]] Result<SearchAnswer> answer_similar(std::uint32_t docid, const SearchRequest& request,
                                                      const std::optional<query::Node>& text, Deadline deadline, PhaseClock& clock);
    /// A plan, and what it matches where that had to be found out on the way.
    struct ChosenPlan {
        QueryPlan plan;
        std::optional<SnapshotRows> matching;
    };
    [[nodiscard]] std::variant<ChosenPlan, QueryError> choose_plan(const SearchRequest& request, const std::optional<query::Node>& text,
                                                                   Deadline deadline, PhaseClock& clock) const;
    /// Matches, counts (when that was asked), ranks and shows what was planned.
    [[nodiscard]] Result<SearchResult> run(const SearchRequest& request, const std::optional<query::Node>& text, ChosenPlan chosen,
                                           Deadline deadline, PhaseClock& clock);
    void count(const NarrowedRows& rows, const SearchRequest& request, SearchResult& result);
    [[nodiscard]] RankedPage page_of(const SearchRequest& request, const QueryPlan& plan, const std::optional<NarrowedRows>& rows,
                                     WordSets& sets, Deadline deadline) const;

    WorkerView view_;
    TextLanguages languages_;
    mutable Analyzer analyzer_;
    ConceptFinder labels_;
    CollectionLabels values_;
};

}  // namespace palermo
