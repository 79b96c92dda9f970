// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/collection_labels.hpp"
#include "searchd/search/count_request.hpp"
#include "searchd/search/count_tables.hpp"
#include "searchd/search/dimension_counter.hpp"

#include <string>

namespace palermo {

/// What was asked for, of the counter's rows, with labels in `lang`. Concepts stand in the order of their vocabulary, years and roles in
/// theirs, all else by how many cases it has.
[[nodiscard]] CountTables make_tables(const Snapshot& snapshot, DimensionCounter& cases, const CountRequest& request,
                                      const std::string& lang, CollectionLabels& labels);

}  // namespace palermo
