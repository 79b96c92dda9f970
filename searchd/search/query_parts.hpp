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
    void tell_expansion(std::size_t node, const Expansion& expansion);
    void tell_label(std::size_t node, std::string label);

    [[nodiscard]] std::string text_of(PartRange range) const;
    [[nodiscard]] std::vector<QueryPart> take();

private:
    std::vector<query::Node> nodes_;
    std::vector<QueryPart> parts_;  ///< one for each node; one without a kind was taken in by another
};

}  // namespace palermo
