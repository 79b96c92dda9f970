// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/completions.hpp"
#include "indexer/index/document_store.hpp"
#include "indexer/index/facet_column.hpp"
#include "indexer/index/forward_index.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/record_table.hpp"
#include "indexer/index/text_store.hpp"
#include "indexer/index/xapian_guard.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palermo {

/// All that one sealed segment is made of, open to be compared with itself.
struct SegmentParts {
    SegmentEntry entry;
    std::filesystem::path directory;
    Xapian::Database database;
    FacetColumns columns;
    DocumentStore data;
    TextStore texts;
    ForwardIndex forward;
    Completions completions;
    RecordTable records;
    std::vector<bool> documents;            ///< that the database holds, by docid - entry.first_docid
    std::vector<std::uint32_t> rows;        ///< the record table's position of each, or no_row
    std::uint64_t document_count = 0;       ///< in the database
    std::uint64_t documents_elsewhere = 0;  ///< of them outside the segment's range

    static constexpr auto no_row = ~std::uint32_t{0};

    [[nodiscard]] static Result<SegmentParts> open(const IndexDirectory& directory, const SegmentEntry& entry);

    /// How many docids the segment's range has: what a check that goes through it has to do.
    [[nodiscard]] std::size_t range_size() const { return std::size_t{entry.last_docid} - entry.first_docid + 1; }
    /// How many of them are done when `docid` is.
    [[nodiscard]] std::size_t done_with(std::uint32_t docid) const { return std::size_t{docid} - entry.first_docid + 1; }
    [[nodiscard]] bool in_range(std::uint32_t docid) const { return docid >= entry.first_docid && docid <= entry.last_docid; }
    [[nodiscard]] bool holds(std::uint32_t docid) const { return in_range(docid) && documents[docid - entry.first_docid]; }
    [[nodiscard]] std::optional<std::uint32_t> row_of(std::uint32_t docid) const;
    /// What a document is called in a finding: `the record "id"`, or its number.
    [[nodiscard]] std::string name_of(std::uint32_t docid) const;
};

}  // namespace palermo
