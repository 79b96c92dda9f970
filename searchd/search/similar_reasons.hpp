// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/analysis/analyzer.hpp"
#include "indexer/index/worker_view.hpp"
#include "searchd/search/search_result.hpp"
#include "searchd/search/similar_planner.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace palermo {

inline constexpr std::size_t max_reason_words = 8;

/// What the case `docid` shares with the one that the plan was made for. A tag counts as shared when the case has it or a narrower one.
[[nodiscard]] Result<Reasons> find_reasons(std::uint32_t docid, const SimilarPlan& plan, const WorkerView& view, const std::string& lang,
                                           WordSets& sets, Analyzer& analyzer);

}  // namespace palermo
