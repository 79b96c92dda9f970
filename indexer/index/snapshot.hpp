// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"
#include "corpus/vocabulary.hpp"
#include "indexer/index/document_data.hpp"
#include "indexer/index/facet_column.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/manifest.hpp"
#include "indexer/index/text_store.hpp"
#include "indexer/index/xapian_guard.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palermo {

/// A generation opened for reading: manifest, vocabularies, facet columns and texts, shared and read-only. Safe to share between threads.
/// The Xapian handles are not in it: each worker opens its own WorkerView.
class Snapshot {
public:
    [[nodiscard]] static Result<std::shared_ptr<const Snapshot>> open(const IndexDirectory& directory, std::uint64_t generation);

    [[nodiscard]] const Manifest& manifest() const { return manifest_; }
    [[nodiscard]] const Vocabularies& vocabularies() const { return vocabularies_; }
    [[nodiscard]] const IndexDirectory& directory() const { return directory_; }

    /// The values of a facet over the whole collection; a position in this list is the collection's ordinal.
    [[nodiscard]] const std::vector<std::string>& facet_values(Facet facet) const { return values_[facet]; }
    /// The segment that holds `docid` (by range), as an index into manifest().segments.
    [[nodiscard]] std::optional<std::size_t> segment_of(std::uint32_t docid) const;
    /// Appends to `out` the collection's ordinals of `docid`'s values under `facet`; nothing appended means "not recorded".
    void append_ordinals(Facet facet, std::uint32_t docid, std::vector<std::uint32_t>& out) const;
    [[nodiscard]] const TextStore& texts(std::size_t segment) const { return segments_[segment].texts; }

private:
    struct OpenSegment {
        FacetColumns columns;
        TextStore texts;
        PerFacet<std::vector<std::uint32_t>> to_collection;  ///< segment ordinal -> collection ordinal
    };

    Snapshot(IndexDirectory directory, Manifest manifest, Vocabularies vocabularies, std::vector<OpenSegment> segments);

    IndexDirectory directory_;
    Manifest manifest_;
    Vocabularies vocabularies_;
    std::vector<OpenSegment> segments_;
    PerFacet<std::vector<std::string>> values_;
};

/// One thread's handles on a snapshot. Not thread-safe, like every Xapian handle; documents fetched from it stay in its thread.
/// Docids here are library-wide: the docid in a segment names the record, whichever segment it is in.
class WorkerView {
public:
    [[nodiscard]] static Result<WorkerView> open(std::shared_ptr<const Snapshot> snapshot);

    [[nodiscard]] const Snapshot& snapshot() const { return *snapshot_; }
    /// All segments as one database. Its docids are interleaved: pass those of an MSet through library_docid().
    [[nodiscard]] const Xapian::Database& database() const { return database_; }
    [[nodiscard]] std::uint32_t library_docid(Xapian::docid combined) const;
    /// The docid of the case with this id (Q term), if the collection holds it.
    [[nodiscard]] Result<std::optional<std::uint32_t>> find(const std::string& case_id) const;
    [[nodiscard]] Result<DocumentData> data(std::uint32_t library_docid) const;
    [[nodiscard]] Result<std::string> text(std::uint32_t library_docid, const TextLocation& location) const;

private:
    WorkerView(std::shared_ptr<const Snapshot> snapshot, Xapian::Database database);

    std::shared_ptr<const Snapshot> snapshot_;
    Xapian::Database database_;
};

}  // namespace palermo
