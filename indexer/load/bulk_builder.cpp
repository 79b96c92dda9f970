// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/bulk_builder.hpp"

#include <utility>

namespace palermo {
namespace {

/// Bytes of XML in a chunk: in larger ones more words meet themselves again, and fewer files are made; but they take memory, and an
/// interruption costs more.
constexpr std::size_t chunk_size = std::size_t{3} << 20U;
/// Bytes of XML in a segment: large segments make searches cheap, several of them can be joined at the same time.
constexpr std::size_t segment_size = std::size_t{512} << 20U;

}  // namespace

BulkBuilder::BulkBuilder(const IndexDirectory& directory, Workshop& workshop, SegmentList& segments, std::uint32_t first_docid,
                         std::size_t chunks_at_once, std::string rules)
    : directory_(directory),
      workshop_(workshop),
      segments_(segments),
      chunks_at_once_(chunks_at_once),
      rules_(std::move(rules)),
      chunk_{.first_docid = first_docid, .records = {}} {}

BulkBuilder::~BulkBuilder() {
    // Nobody may still be working on what goes away with this.
    for (const auto& chunk : building_) chunk.wait();
    for (const auto& segment : sealing_) {
        if (segment.valid()) segment.wait();
    }
}

Result<void> BulkBuilder::add(RecordToBuild record) {
    chunk_.bytes += record.text.text().size();
    chunk_.records.push_back(std::move(record));
    if (chunk_.bytes < chunk_size) return {};
    close_chunk(segment_bytes_ + chunk_.bytes >= segment_size);
    return wait_for_chunks(chunks_at_once_);
}

void BulkBuilder::close_chunk(bool closes_segment) {
    chunk_.closes_segment = closes_segment;
    const auto next_docid = chunk_.end_docid();
    segment_bytes_ += chunk_.bytes;
    auto chunk = std::make_shared<const Chunk>(std::exchange(chunk_, Chunk{.first_docid = next_docid, .records = {}}));
    building_.push_back(workshop_
                            .start([this, chunk = std::move(chunk)](Workbench& bench) mutable {
                                auto built = build_chunk(directory_, *chunk, rules_, bench);
                                // The future lives on until the segment is joined; the records need not.
                                chunk.reset();
                                return built;
                            })
                            .share());
    segment_chunks_.push_back(building_.back());
    if (closes_segment) close_segment();
}

void BulkBuilder::close_segment() {
    segment_bytes_ = 0;
    sealing_.push_back(
        workshop_.start([this, id = segments_.new_id(), chunks = std::exchange(segment_chunks_, {})](Workbench&) -> Result<SegmentEntry> {
            std::vector<MergeInput> inputs;
            for (const auto& chunk : chunks) {
                const auto& built = chunk.get();
                if (!built) return built.error();
                inputs.push_back(*built);
            }
            auto sealed = merge_segments(directory_, inputs, id);
            if (sealed) sealed->deleted = {sealed->last_docid};
            return sealed;
        }));
}

Result<void> BulkBuilder::wait_for_chunks(std::size_t left) {
    while (building_.size() > left) {
        const auto& built = building_.front().get();
        if (!built) return built.error();
        building_.pop_front();
    }
    return {};
}

Result<std::uint32_t> BulkBuilder::finish() {
    if (!chunk_.records.empty() || !segment_chunks_.empty()) close_chunk(true);
    if (auto waited = wait_for_chunks(0); !waited) return waited.error();
    for (auto& sealing : sealing_) {
        auto sealed = sealing.get();
        if (!sealed) return sealed.error();
        segments_.append(std::move(*sealed));
    }
    sealing_.clear();
    return chunk_.first_docid;
}

}  // namespace palermo
