// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/query/ast.hpp"
#include "searchd/search/search_result.hpp"
#include "searchd/search/term_lookup.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace palermo {

/// Some of the query's top nodes, [first, last).
struct PartRange {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Writes down how each part of a query was read, while it is planned.
class QueryParts {
public:
    QueryParts() = default;
    explicit QueryParts(std::vector<query::Node> nodes);

    /// Nodes that are one part together (the words of a label) become one.
    void tell_concept(PartRange range, NamedByQuery named);
    /// What was asked for before is no part of its own: `again`, which lies behind `first`, goes with it.
    void tell_repeat(PartRange first, PartRange again);
    void tell_expansion(std::size_t node, const Expansion& expansion);
    void tell_label(std::size_t node, std::string label);

    [[nodiscard]] std::string text_of(PartRange range) const;
    [[nodiscard]] std::vector<QueryPart> take();

private:
    struct Told {
        QueryPart part;  ///< without a kind: taken in by another
        PartRange range;
        std::vector<PartRange> repeats;
    };

    void take_in(PartRange range) {
        for (auto i = range.first; i < range.last; ++i) told_[i].part.kind.clear();
    }
    [[nodiscard]] std::vector<query::Node> nodes_but(const std::vector<PartRange>& ranges) const;

    std::vector<query::Node> nodes_;
    std::vector<Told> told_;  ///< one for each node
};

}  // namespace palermo
