// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/document_data.hpp"
#include "indexer/index/snapshot.hpp"
#include "indexer/index/unpacker.hpp"
#include "indexer/index/xapian_guard.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace palermo {

/// One thread's handles on a snapshot. Not thread-safe, like every Xapian handle; documents fetched from it stay in its thread.
/// Docids here are library-wide: the docid in a segment names the record, whichever segment it is in.
class WorkerView {
public:
    [[nodiscard]] static Result<WorkerView> open(std::shared_ptr<const Snapshot> snapshot);

    [[nodiscard]] const Snapshot& snapshot() const { return *snapshot_; }
    /// All segments as one database. Its docids are interleaved: pass those of an MSet through library_docid().
    [[nodiscard]] const Xapian::Database& database() const { return database_; }
    /// One segment's, by its place in the manifest; its docids are the library-wide ones.
    [[nodiscard]] const Xapian::Database& database(std::size_t segment) const { return databases_[segment]; }
    [[nodiscard]] std::uint32_t library_docid(Xapian::docid combined) const;
    /// The way back; `library_docid` must lie in a segment.
    [[nodiscard]] Xapian::docid combined_docid(std::uint32_t library_docid) const;
    /// The query without the documents that the generation no longer shows: every query has to be asked so.
    [[nodiscard]] Xapian::Query live(const Xapian::Query& query) const;
    /// What the query matches among these documents; `library_docids` ascend.
    [[nodiscard]] static Xapian::Query among(std::vector<std::uint32_t> library_docids, const Xapian::Query& query);
    /// Whether a record that the generation shows has the term; what the database itself says of a term counts the others too. `but`:
    /// leaving out the record with this docid. Throws Xapian's errors.
    [[nodiscard]] bool has_live(const std::string& term, std::uint32_t but = 0) const;
    [[nodiscard]] Result<DocumentData> data(std::uint32_t library_docid) const;
    [[nodiscard]] Result<std::string> text(std::uint32_t library_docid, const TextLocation& location) const;
    /// The record as it was loaded, byte for byte; an error when what is kept is not that any more.
    [[nodiscard]] Result<std::string> source_xml(std::uint32_t library_docid, const DocumentData& data) const;

private:
    WorkerView(std::shared_ptr<const Snapshot> snapshot, std::vector<Xapian::Database> databases);

    std::shared_ptr<const Snapshot> snapshot_;
    std::vector<Xapian::Database> databases_;
    Xapian::Database database_;
    mutable Unpacker unpacker_;
};

}  // namespace palermo
