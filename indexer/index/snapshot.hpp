// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"
#include "corpus/vocabulary.hpp"
#include "indexer/index/concept_labels.hpp"
#include "indexer/index/dimension.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/manifest.hpp"
#include "indexer/index/open_segment.hpp"
#include "indexer/index/row_counter.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// A generation opened for reading: manifest, vocabularies, facet columns, texts and completions, shared and read-only. Safe to share
/// between threads. The Xapian handles are not in it: each worker opens its own WorkerView.
class Snapshot {
public:
    /// Segments that `previous` has open too are taken from it, with what it has learnt of them.
    [[nodiscard]] static Result<std::shared_ptr<const Snapshot>> open(const IndexDirectory& directory, std::uint64_t generation,
                                                                      const Snapshot* previous = nullptr);

    [[nodiscard]] const Manifest& manifest() const { return manifest_; }
    [[nodiscard]] const Vocabularies& vocabularies() const { return vocabularies_; }
    [[nodiscard]] const IndexDirectory& directory() const { return directory_; }

    /// True for a document that its segment still holds and this generation no longer shows.
    [[nodiscard]] bool is_deleted(std::uint32_t docid) const;
    /// All of them, ascending.
    [[nodiscard]] const std::shared_ptr<const std::vector<std::uint32_t>>& deleted() const { return deleted_; }
    /// The docid of the case with this id, if the generation shows it.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view case_id) const;

    /// The values of a facet over the whole collection; a position in this list is the collection's ordinal.
    [[nodiscard]] const std::vector<std::string>& facet_values(Facet facet) const { return values_[dimension_of(facet)].all(); }
    /// The same of anything else that cases are counted by.
    [[nodiscard]] const DimensionValues& values(Dimension dimension) const { return values_[dimension]; }
    /// The segment that holds `docid` (by range), as an index into manifest().segments.
    [[nodiscard]] std::optional<std::size_t> segment_of(std::uint32_t docid) const;
    /// The words of a document are going to be asked for (see ForwardIndex).
    void expect_words_of(std::uint32_t docid) const;
    /// Appends to `out` the collection's ordinals of `docid`'s values under `facet`; nothing appended means "not recorded".
    void append_ordinals(Facet facet, std::uint32_t docid, std::vector<std::uint32_t>& out) const;

    // Of a segment, by its place in manifest().segments. Row 0 is its first docid.
    [[nodiscard]] const FacetColumns& columns(std::size_t segment) const { return segments_[segment].files->columns; }
    [[nodiscard]] const SegmentDimension& dimension(std::size_t segment, Dimension dimension) const {
        return segments_[segment].dimensions[dimension];
    }
    /// The rows that this generation shows.
    [[nodiscard]] const RowBitmap& live(std::size_t segment) const { return segments_[segment].live; }
    [[nodiscard]] std::size_t live_count(std::size_t segment) const { return segments_[segment].live_count; }
    /// How many of them each value has.
    [[nodiscard]] const DimensionCounts& live_counts(std::size_t segment, Dimension dimension) const {
        return segments_[segment].live_counts[dimension];
    }
    /// Of each set of the column `decided`.
    [[nodiscard]] std::span<const DecidedDays> decided_days(std::size_t segment) const { return segments_[segment].files->decided_days; }
    [[nodiscard]] std::span<const std::uint32_t> newest_first(std::size_t segment) const { return segments_[segment].files->newest_first; }
    [[nodiscard]] RowCache& cache(std::size_t segment) const { return *segments_[segment].files->cache; }
    [[nodiscard]] const DocumentStore& documents(std::size_t segment) const { return segments_[segment].files->documents; }
    [[nodiscard]] const TextStore& texts(std::size_t segment) const { return segments_[segment].files->texts; }
    [[nodiscard]] const ForwardIndex& forward(std::size_t segment) const { return segments_[segment].files->forward; }
    [[nodiscard]] const Completions& completions(std::size_t segment) const { return segments_[segment].files->completions; }
    [[nodiscard]] const RecordTable& records(std::size_t segment) const { return segments_[segment].files->records; }
    /// As OpenSegment's.
    void let_go(std::size_t segment) const { segments_[segment].files->let_go(); }
    [[nodiscard]] const ConceptLabels& concept_labels() const { return concept_labels_; }

private:
    /// A segment as this generation shows it.
    struct ShownSegment {
        std::shared_ptr<const OpenSegment> files;
        RowBitmap live;
        std::size_t live_count = 0;
        PerDimension<SegmentDimension> dimensions;
        PerDimension<DimensionCounts> live_counts;
    };
    using Segments = std::vector<std::shared_ptr<const OpenSegment>>;

    [[nodiscard]] static Result<Segments> open_segments(const IndexDirectory& directory, const Manifest& manifest,
                                                        const Snapshot* previous);
    [[nodiscard]] std::shared_ptr<const OpenSegment> find_open(const SegmentEntry& entry) const;
    void show(const Segments& segments);
    void join_values();

    Snapshot(IndexDirectory directory, Manifest manifest, Vocabularies vocabularies, const Segments& segments);

    IndexDirectory directory_;
    Manifest manifest_;
    Vocabularies vocabularies_;
    ConceptLabels concept_labels_;
    std::vector<ShownSegment> segments_;
    PerDimension<DimensionValues> values_;
    std::shared_ptr<const std::vector<std::uint32_t>> deleted_;
};

}  // namespace palermo
