// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/analysis/analyzer.hpp"
#include "indexer/index/worker_view.hpp"
#include "searchd/query/ast.hpp"
#include "searchd/search/concept_finder.hpp"
#include "searchd/search/match_query.hpp"
#include "searchd/search/query_planner.hpp"
#include "searchd/search/term_lookup.hpp"
#include "tests/support/temp_index.hpp"

#include <string>
#include <vector>

namespace palermo::test {

/// What the parts of a planner are made of, over a small index: the collection's languages are English, French and Russian.
class PlanWorld {
public:
    explicit PlanWorld(const std::vector<TestRecord>& records);

    [[nodiscard]] const WorkerView& view() const { return view_; }
    [[nodiscard]] const Xapian::Database& database() const { return view_.database(); }
    [[nodiscard]] const Snapshot& snapshot() const { return view_.snapshot(); }
    [[nodiscard]] const ConceptFinder& labels() const { return labels_; }
    [[nodiscard]] Analyzer& analyzer() { return analyzer_; }
    [[nodiscard]] TermLookup& lookup() { return lookup_; }
    [[nodiscard]] PlanContext context() { return {view_, labels_, languages_, analyzer_}; }

    /// The ids of the cases that a query matches in full, sorted.
    [[nodiscard]] std::vector<std::string> matches(const MatchQuery& query) const;

private:
    TempIndex index_;
    WorkerView view_;
    Analyzer analyzer_;
    TextLanguages languages_{.stemmed = {"en", "fr", "ru"}, .has_others = false};
    ConceptFinder labels_;
    TermLookup lookup_;
};

/// The tree of a text that must be a query.
[[nodiscard]] query::Node tree_of(const std::string& text);

/// The parts of its top group.
[[nodiscard]] std::vector<query::Node> group_of(const std::string& text);

}  // namespace palermo::test
