// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/analysis/analyzer.hpp"
#include "searchd/query/ast.hpp"
#include "searchd/search/deadline.hpp"
#include "searchd/search/match_query.hpp"
#include "searchd/search/term_lookup.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palermo {

/// Turns words, phrases and nearness into patterns over the positions of a field.
class PatternPlanner {
public:
    PatternPlanner(TermLookup& lookup, Analyzer& analyzer, const layout::TextField& field)
        : lookup_(lookup), analyzer_(analyzer), field_(field) {}

    /// Nodes that may stand in a nearness, and those alone. Words without a letter give an empty pattern.
    [[nodiscard]] PositionPattern plan(const query::Node& node);

    /// What stars were expanded to, in the order in which they were read.
    [[nodiscard]] const std::vector<Expansion>& expansions() const { return expansions_; }

private:
    [[nodiscard]] PositionPattern plan_word(const query::Word& word);
    [[nodiscard]] PositionPattern plan_phrase(const query::Phrase& phrase);
    [[nodiscard]] PositionPattern plan_near(const query::Near& near);
    [[nodiscard]] std::vector<PositionPattern> plan_all(const std::vector<query::Node>& nodes);
    [[nodiscard]] std::pair<PositionPattern, PositionPattern> read_twice(const std::string& text, const query::Phrase& manner);
    [[nodiscard]] PositionPattern read_words(std::string_view text, std::string_view lang, const query::Phrase& manner);

    TermLookup& lookup_;
    Analyzer& analyzer_;
    const layout::TextField& field_;
    std::vector<Expansion> expansions_;
    PositionPattern group_manner_{.kind = PositionPattern::Kind::paragraph,
                                  .terms = {},
                                  .postings = {},
                                  .written = {},
                                  .parts = {}};  ///< how words of a group stand together
};

}  // namespace palermo
