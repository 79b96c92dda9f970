// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/record_diff.hpp"
#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace palermo {

struct ChangedRecord {
    std::string id;
    std::vector<FieldChange> changes;
};

/// What is in the second of two generations and not in the first, and the other way round; ids ascend.
struct GenerationDiff {
    std::vector<std::string> added;
    std::vector<std::string> removed;
    std::vector<ChangedRecord> changed;
};

[[nodiscard]] Result<GenerationDiff> diff_generations(const IndexDirectory& directory, std::uint64_t from, std::uint64_t to);

}  // namespace palermo
