// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/completions.hpp"
#include "indexer/index/document_store.hpp"
#include "indexer/index/facet_column.hpp"
#include "indexer/index/forward_index.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/record_table.hpp"
#include "indexer/index/row_cache.hpp"
#include "indexer/index/text_store.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace palermo {

/// The first and the last day of a decision as numbers, 20100301; both 0: undated.
struct DecidedDays {
    std::uint32_t earliest = 0;
    std::uint32_t latest = 0;
};

/// The files of a sealed segment but for its database, open. Generations that have the segment share it, with what was learnt of it.
/// Safe to share between threads.
struct OpenSegment {
    SegmentEntry entry;  ///< without its deleted documents, which are each generation's own
    FacetColumns columns;
    DocumentStore documents;
    TextStore texts;
    ForwardIndex forward;
    Completions completions;
    RecordTable records;
    RowBitmap recorded;                       ///< the rows that are records, whether shown or not
    std::vector<DecidedDays> decided_days;    ///< of each set of the column `decided`
    std::vector<std::uint32_t> newest_first;  ///< all rows by the last day of the decision, the undated behind; equals by docid
    std::unique_ptr<RowCache> cache;

    [[nodiscard]] static Result<std::shared_ptr<const OpenSegment>> open(const IndexDirectory& directory, const SegmentEntry& entry);

    /// Takes its mapped files out of this process's memory, as MappedFile does: but for the columns, which every search reads, and the
    /// texts, which see to it themselves.
    void let_go() const;
};

}  // namespace palermo
