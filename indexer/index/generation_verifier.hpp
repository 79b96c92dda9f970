// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "corpus/schema_validator.hpp"
#include "indexer/index/snapshot.hpp"

#include <cstdint>
#include <functional>

namespace palermo {

/// What a manifest says of the whole generation against what its segments hold: the number of records, the ranking, the documents that are
/// no longer shown, the tombstones, and that no two records that are shown have one id.
void verify_generation(const Snapshot& snapshot, Diagnostics& findings);

/// The records of the generation against the schema and its own vocabularies, as a load checks them; warnings and notes do not count.
/// `is_wanted` is asked for every docid that is shown.
void verify_stored_records(const Snapshot& snapshot, const SchemaValidator& schema, const std::function<bool(std::uint32_t)>& is_wanted,
                           Diagnostics& findings);

}  // namespace palermo
