// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/manifest.hpp"
#include "indexer/load/segment_merger.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace palermo {

/// The segments of a generation that is being made: what of the old ones stays, what is new, and how they are joined.
class SegmentList {
public:
    /// New segments are named after the generation they are made for.
    SegmentList(IndexDirectory directory, std::vector<SegmentEntry> segments, std::uint64_t generation)
        : directory_(std::move(directory)), segments_(std::move(segments)), generation_(generation) {}

    [[nodiscard]] std::string new_id() { return std::to_string(generation_) + '-' + std::to_string(++made_); }

    /// The document is no longer shown; its postings stay in its segment until that is merged.
    void mark_deleted(std::uint32_t docid);
    /// As mark_deleted, and write_scrubbed() leaves nothing of it.
    void scrub(std::uint32_t docid);
    void clear() { segments_.clear(); }
    void append(SegmentEntry segment) { segments_.push_back(std::move(segment)); }

    /// Writes the segments again that hold documents to scrub. What was written, by the id of the segment that it replaces.
    [[nodiscard]] Result<std::map<std::string, SegmentEntry>> write_scrubbed();
    /// Drops the segments of which nothing is shown.
    void drop_empty();
    /// Merges while merge_policy finds it worth the while.
    [[nodiscard]] Result<void> merge();

    [[nodiscard]] const std::vector<SegmentEntry>& segments() const { return segments_; }

private:
    [[nodiscard]] std::size_t position_of(std::uint32_t docid) const;
    [[nodiscard]] Result<SegmentEntry> join(std::size_t begin, std::size_t end);
    [[nodiscard]] bool is_empty(const SegmentEntry& segment) const { return segment.deleted.size() == segment.record_count; }

    IndexDirectory directory_;
    std::vector<SegmentEntry> segments_;
    std::uint64_t generation_;
    int made_ = 0;
    std::vector<std::uint32_t> to_scrub_;
};

/// What merge_segments() is to read of a sealed segment. An error when the segment is damaged: joined to others, nobody would ever know.
[[nodiscard]] Result<MergeInput> input_of(const IndexDirectory& directory, const SegmentEntry& segment);

}  // namespace palermo
