// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"
#include "indexer/index/snapshot.hpp"

#include <string>
#include <vector>

namespace palermo {

/// The values that may be asked for under a facet, each once: those that the collection's cases have, then those that a case could have,
/// by the schema or by the vocabulary, in which replaced concepts stay. Of years there are only those that cases have. Whoever takes
/// `not_recorded` adds it.
[[nodiscard]] std::vector<std::string> known_values(const Snapshot& snapshot, Facet facet);

}  // namespace palermo
