// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/query/ast.hpp"
#include "searchd/search/query_planner.hpp"
#include "searchd/search/search_result.hpp"

#include <optional>
#include <span>
#include <vector>

namespace palermo {

inline constexpr std::size_t max_relaxations = 8;

struct Relaxations {
    std::vector<Relaxation> found;
    bool is_cut_short = false;  ///< the deadline came before all were tried
};

/// Searches near to one that found nothing, each tried and with its count: without one part, without the filters, in any language, words
/// farther apart, a phrase in any inflection, the concept in place of the words, another spelling. Those that would find nothing either are
/// left out. Of a long query only so many parts are tried; ends early at the deadline.
[[nodiscard]] Relaxations find_relaxations(const SearchRequest& request, const std::optional<query::Node>& text,
                                           std::span<const QueryPart> parts, const PlanContext& context, Deadline deadline);

}  // namespace palermo
