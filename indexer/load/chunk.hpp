// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/load/load_planner.hpp"
#include "indexer/load/segment_merger.hpp"
#include "indexer/load/workshop.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace palermo {

/// Some records that are built together by one thread, with docids from `first_docid` on. What a chunk holds depends on the order of the
/// records alone, never on the number of threads.
struct Chunk {
    std::uint32_t first_docid = 0;
    std::vector<RecordToBuild> records;
    std::size_t bytes = 0;        ///< of their XML
    bool closes_segment = false;  ///< the last of its segment: an empty document follows; see SegmentBuilder::add_empty()

    /// The docid behind its last document.
    [[nodiscard]] std::uint32_t end_docid() const {
        return first_docid + static_cast<std::uint32_t>(records.size()) + (closes_segment ? 1U : 0U);
    }
};

/// Builds the chunk as a small segment under loading/. A chunk that an interrupted load has built from the same records by the same rules
/// is taken as it is, when its checksums say that it is whole. `rules`: whatever else decides what becomes of a record.
[[nodiscard]] Result<MergeInput> build_chunk(const IndexDirectory& directory, const Chunk& chunk, const std::string& rules,
                                             Workbench& bench);

}  // namespace palermo
