// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/vocabulary.hpp"
#include "indexer/index/column.hpp"

#include <optional>
#include <string>
#include <vector>

namespace palermo {

/// A record's row in the columns, each value once; for concepts with all that are broader. They must be those of today
/// (with_current_concepts).
[[nodiscard]] PerColumn<std::vector<std::string>> column_values(const CaseRecord& record, const Vocabularies& vocabularies);

/// The longest prison sentence of a record in months, life as layout::life_in_months; nothing when none is recorded.
[[nodiscard]] std::optional<unsigned> longest_sentence(const CaseRecord& record);

}  // namespace palermo
