// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/worker_view.hpp"

#include "indexer/index/layout.hpp"

#include <stdexcept>
#include <utility>

namespace palermo {
namespace {

Result<Xapian::Database> open_databases(const Snapshot& snapshot) {
    Xapian::Database all;
    for (const auto& segment : snapshot.manifest().segments) {
        const auto path = snapshot.directory().database(segment.id).string();
        auto opened = guarded(path, [&] { return Xapian::Database(path); });
        if (!opened) return opened.error();
        all.add_database(*opened);
    }
    return all;
}

Diagnostic not_held(const Snapshot& snapshot) {
    return error_at(snapshot.directory().root().string(), "A document of the index is not in any of its segments.",
                    "Verify the index with palermo-indexer verify.", Cause::index);
}

}  // namespace

WorkerView::WorkerView(std::shared_ptr<const Snapshot> snapshot, Xapian::Database database)
    : snapshot_(std::move(snapshot)), database_(std::move(database)) {}

Result<WorkerView> WorkerView::open(std::shared_ptr<const Snapshot> snapshot) {
    auto database = open_databases(*snapshot);
    if (!database) return database.error();
    return WorkerView(std::move(snapshot), std::move(*database));
}

// Xapian interleaves the docids of N databases: docid d of database s (from 0) becomes (d - 1) * N + s + 1.

std::uint32_t WorkerView::library_docid(Xapian::docid combined) const {
    const auto shards = static_cast<std::uint32_t>(snapshot_->manifest().segments.size());
    return (combined - 1) / shards + 1;
}

Xapian::docid WorkerView::combined_docid(std::uint32_t library_docid) const {
    const auto segment = snapshot_->segment_of(library_docid);
    if (!segment) throw std::logic_error("a docid that no segment holds");
    return static_cast<Xapian::docid>((library_docid - 1) * snapshot_->manifest().segments.size() + *segment + 1);
}

Result<std::optional<std::uint32_t>> WorkerView::find(const std::string& case_id) const {
    return guarded(snapshot_->directory().root().string(), [&]() -> std::optional<std::uint32_t> {
        const auto term = layout::make_term(layout::id.prefix, case_id);
        const auto posting = database_.postlist_begin(term);
        if (posting == database_.postlist_end(term)) return std::nullopt;
        return library_docid(*posting);
    });
}

Result<Xapian::Document> WorkerView::document(std::uint32_t library_docid) const {
    if (!snapshot_->segment_of(library_docid)) return not_held(*snapshot_);
    const auto combined = combined_docid(library_docid);
    return guarded(snapshot_->directory().root().string(), [&] { return database_.get_document(combined); });
}

Result<DocumentData> WorkerView::data(std::uint32_t library_docid) const {
    const auto document = this->document(library_docid);
    if (!document) return document.error();
    const auto root = snapshot_->directory().root().string();
    const auto bytes = guarded(root, [&] { return document->get_data(); });
    if (!bytes) return bytes.error();
    return decode_document_data(*bytes, root);
}

Result<std::string> WorkerView::text(std::uint32_t library_docid, const TextLocation& location) const {
    const auto segment = snapshot_->segment_of(library_docid);
    if (!segment) return not_held(*snapshot_);
    return snapshot_->texts(*segment).text(location);
}

}  // namespace palermo
