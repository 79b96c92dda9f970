// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"
#include "corpus/vocabulary.hpp"
#include "indexer/index/completions.hpp"
#include "indexer/index/concept_labels.hpp"
#include "indexer/index/facet_column.hpp"
#include "indexer/index/forward_index.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/manifest.hpp"
#include "indexer/index/record_table.hpp"
#include "indexer/index/text_store.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// A generation opened for reading: manifest, vocabularies, facet columns, texts and completions, shared and read-only. Safe to share
/// between threads. The Xapian handles are not in it: each worker opens its own WorkerView.
class Snapshot {
public:
    [[nodiscard]] static Result<std::shared_ptr<const Snapshot>> open(const IndexDirectory& directory, std::uint64_t generation);

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
    [[nodiscard]] const std::vector<std::string>& facet_values(Facet facet) const { return values_[facet]; }
    /// The segment that holds `docid` (by range), as an index into manifest().segments.
    [[nodiscard]] std::optional<std::size_t> segment_of(std::uint32_t docid) const;
    /// Appends to `out` the collection's ordinals of `docid`'s values under `facet`; nothing appended means "not recorded".
    void append_ordinals(Facet facet, std::uint32_t docid, std::vector<std::uint32_t>& out) const;
    [[nodiscard]] const TextStore& texts(std::size_t segment) const { return segments_[segment].texts; }
    [[nodiscard]] const ForwardIndex& forward(std::size_t segment) const { return segments_[segment].forward; }
    [[nodiscard]] const Completions& completions(std::size_t segment) const { return segments_[segment].completions; }
    [[nodiscard]] const RecordTable& records(std::size_t segment) const { return segments_[segment].records; }
    [[nodiscard]] const ConceptLabels& concept_labels() const { return concept_labels_; }

private:
    struct OpenSegment {
        FacetColumns columns;
        TextStore texts;
        ForwardIndex forward;
        Completions completions;
        RecordTable records;
        PerFacet<std::vector<std::uint32_t>> to_collection;  ///< segment ordinal -> collection ordinal
    };

    [[nodiscard]] static Result<std::vector<OpenSegment>> open_segments(const IndexDirectory& directory, const Manifest& manifest);
    void join_values();

    Snapshot(IndexDirectory directory, Manifest manifest, Vocabularies vocabularies, std::vector<OpenSegment> segments);

    IndexDirectory directory_;
    Manifest manifest_;
    Vocabularies vocabularies_;
    ConceptLabels concept_labels_;
    std::vector<OpenSegment> segments_;
    PerFacet<std::vector<std::string>> values_;
    std::shared_ptr<const std::vector<std::uint32_t>> deleted_;
};

}  // namespace palermo
