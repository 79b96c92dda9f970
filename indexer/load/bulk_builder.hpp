// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/load/chunk.hpp"
#include "indexer/load/segment_list.hpp"
#include "indexer/load/workshop.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <future>
#include <memory>
#include <string>
#include <vector>

namespace palermo {

/// Builds the new segments of a load on all cores: records become chunks in the order in which they come, chunks are built by whichever
/// thread is free, and neighbouring chunks are joined to segments. One thread's; the work is done on others.
class BulkBuilder {
public:
    /// `chunks_at_once`: so many chunks are in memory at most. `rules`: see build_chunk().
    BulkBuilder(const IndexDirectory& directory, Workshop& workshop, SegmentList& segments, std::uint32_t first_docid,
                std::size_t chunks_at_once, std::string rules);
    ~BulkBuilder();
    BulkBuilder(const BulkBuilder&) = delete;
    BulkBuilder& operator=(const BulkBuilder&) = delete;

    /// Waits while too many chunks are being built.
    [[nodiscard]] Result<void> add(RecordToBuild record);
    /// Waits for all segments and appends them to the list. Gives the next free docid.
    [[nodiscard]] Result<std::uint32_t> finish();

private:
    using BuiltChunk = std::shared_future<Result<MergeInput>>;

    void close_chunk(bool closes_segment);
    void close_segment();
    [[nodiscard]] Result<void> wait_for_chunks(std::size_t left);

    const IndexDirectory& directory_;
    Workshop& workshop_;
    SegmentList& segments_;
    std::size_t chunks_at_once_;
    std::string rules_;
    Chunk chunk_;
    std::deque<BuiltChunk> building_;
    std::vector<BuiltChunk> segment_chunks_;
    std::size_t segment_bytes_ = 0;
    std::vector<std::future<Result<SegmentEntry>>> sealing_;
};

}  // namespace palermo
