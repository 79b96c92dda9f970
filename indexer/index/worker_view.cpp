// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/worker_view.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

namespace palermo {
namespace {

/// Chosen documents. Docids are the library's in every shard, so one list serves them all.
class DocidSource : public Xapian::PostingSource {
public:
    explicit DocidSource(std::shared_ptr<const std::vector<std::uint32_t>> docids) : docids_(std::move(docids)) {}

    PostingSource* clone() const override { return new DocidSource(docids_); }
    void init(const Xapian::Database&) override {
        next_ = docids_->begin();
        is_started_ = false;
    }
    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return static_cast<Xapian::doccount>(docids_->size()); }
    Xapian::doccount get_termfreq_max() const override { return static_cast<Xapian::doccount>(docids_->size()); }
    void next(double) override {
        if (is_started_) ++next_;
        is_started_ = true;
    }
    void skip_to(Xapian::docid docid, double) override {
        is_started_ = true;
        next_ = std::lower_bound(next_, docids_->end(), docid);
    }
    bool at_end() const override { return next_ == docids_->end(); }
    Xapian::docid get_docid() const override { return *next_; }
    std::string get_description() const override { return "chosen documents"; }

private:
    std::shared_ptr<const std::vector<std::uint32_t>> docids_;
    std::vector<std::uint32_t>::const_iterator next_;
    bool is_started_ = false;
};

Result<std::vector<Xapian::Database>> open_databases(const Snapshot& snapshot) {
    std::vector<Xapian::Database> databases;
    for (const auto& segment : snapshot.manifest().segments) {
        const auto path = snapshot.directory().database(segment.id).string();
        auto opened = guarded(path, [&] { return Xapian::Database(path); });
        if (!opened) return opened.error();
        databases.push_back(std::move(*opened));
    }
    return databases;
}

Xapian::Database all_of(const std::vector<Xapian::Database>& databases) {
    // A generation of which every record is gone has no segment, and Xapian asks nothing of no database.
    if (databases.empty()) return Xapian::Database(std::string(), Xapian::DB_BACKEND_INMEMORY);
    Xapian::Database all;
    for (const auto& database : databases) all.add_database(database);
    return all;
}

Diagnostic not_held(const Snapshot& snapshot) {
    return error_at(snapshot.directory().root().string(), "A document of the index is not in any of its segments.",
                    "Verify the index with palermo-indexer verify.", Cause::index);
}

}  // namespace

WorkerView::WorkerView(std::shared_ptr<const Snapshot> snapshot, std::vector<Xapian::Database> databases)
    : snapshot_(std::move(snapshot)), databases_(std::move(databases)), database_(all_of(databases_)) {}

Result<WorkerView> WorkerView::open(std::shared_ptr<const Snapshot> snapshot) {
    auto databases = open_databases(*snapshot);
    if (!databases) return databases.error();
    return WorkerView(std::move(snapshot), std::move(*databases));
}

Xapian::Query WorkerView::live(const Xapian::Query& query) const {
    const auto& deleted = snapshot_->deleted();
    if (deleted->empty() || query.empty()) return query;
    return {Xapian::Query::OP_AND_NOT, query, Xapian::Query((new DocidSource(deleted))->release())};
}

bool WorkerView::has_live(const std::string& term, std::uint32_t but) const {
    if (snapshot_->deleted()->empty() && but == 0) return database_.term_exists(term);
    for (auto posting = database_.postlist_begin(term); posting != database_.postlist_end(term); ++posting) {
        const auto docid = library_docid(*posting);
        if (docid != but && !snapshot_->is_deleted(docid)) return true;
    }
    return false;
}

// Xapian interleaves the docids of N databases: docid d of database s (from 0) becomes (d - 1) * N + s + 1.

Xapian::Query WorkerView::among(std::vector<std::uint32_t> library_docids, const Xapian::Query& query) {
    auto* source = new DocidSource(std::make_shared<const std::vector<std::uint32_t>>(std::move(library_docids)));
    return {Xapian::Query::OP_FILTER, query, Xapian::Query(source->release())};
}

std::uint32_t WorkerView::library_docid(Xapian::docid combined) const {
    const auto shards = static_cast<std::uint32_t>(snapshot_->manifest().segments.size());
    return (combined - 1) / shards + 1;
}

Xapian::docid WorkerView::combined_docid(std::uint32_t library_docid) const {
    const auto segment = snapshot_->segment_of(library_docid);
    if (!segment) throw std::logic_error("a docid that no segment holds");
    return static_cast<Xapian::docid>((library_docid - 1) * snapshot_->manifest().segments.size() + *segment + 1);
}

Result<DocumentData> WorkerView::data(std::uint32_t library_docid) const {
    const auto segment = snapshot_->segment_of(library_docid);
    if (!segment) return not_held(*snapshot_);
    return snapshot_->documents(*segment).data(library_docid, unpacker_);
}

Result<std::string> WorkerView::text(std::uint32_t library_docid, const TextLocation& location) const {
    const auto segment = snapshot_->segment_of(library_docid);
    if (!segment) return not_held(*snapshot_);
    return snapshot_->texts(*segment).text(library_docid, location, unpacker_);
}

Result<std::string> WorkerView::source_xml(std::uint32_t library_docid, const DocumentData& data) const {
    const auto segment = snapshot_->segment_of(library_docid);
    if (!segment) return not_held(*snapshot_);
    return snapshot_->texts(*segment).source(library_docid, data.source_xml, data.source_checksum, unpacker_);
}

}  // namespace palermo
