// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/manifest.hpp"
#include "indexer/load/document_builder.hpp"
#include "indexer/load/facet_column_writer.hpp"
#include "indexer/load/text_store_writer.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace palermo {

/// A directory segments/.building-<id>/ in which a segment takes shape, out of every reader's sight.
[[nodiscard]] std::filesystem::path building_directory(const IndexDirectory& directory, const std::string& segment_id);

/// Adds the completions to a building directory that is finished otherwise, moves it to its name and describes it for the manifest. From
/// here on nothing in it changes.
[[nodiscard]] Result<SegmentEntry> seal_segment(const IndexDirectory& directory, SegmentEntry segment);

/// Builds one segment: documents in ascending library-wide docids, written in small chunk databases (Xapian's in-memory maps outgrow the
/// processor's caches in large ones), compacted into one when it is sealed.
class SegmentBuilder {
public:
    [[nodiscard]] static Result<SegmentBuilder> begin(const IndexDirectory& directory, const std::string& segment_id,
                                                      std::uint32_t first_docid);

    SegmentBuilder(SegmentBuilder&&) noexcept;
    SegmentBuilder& operator=(SegmentBuilder&&) = delete;
    ~SegmentBuilder();

    /// Where build_document() is to put the prose of the next document.
    [[nodiscard]] TextStoreWriter& texts();
    /// Adds the next document, made from `source_size` bytes of XML, and gives its docid.
    [[nodiscard]] Result<std::uint32_t> add(const BuiltDocument& built, std::size_t source_size);
    [[nodiscard]] std::uint64_t record_count() const;

    /// Writes everything to disk and gives the segment its name. The builder is of no further use.
    [[nodiscard]] Result<SegmentEntry> seal();

private:
    struct State;
    explicit SegmentBuilder(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace palermo
