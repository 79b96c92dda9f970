// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "searchd/search/searcher.hpp"

namespace palermo {

/// Asks a searcher a handful of questions as readers would, made from the collection itself: what the first search had to fetch from the
/// disk or make in memory is there when a reader comes. Takes a second at most. An error when the index fails.
[[nodiscard]] Result<void> warm_up(Searcher& searcher);

}  // namespace palermo
