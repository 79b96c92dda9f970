// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/snapshot.hpp"

#include "indexer/index/generation_vocabularies.hpp"

#include <algorithm>
#include <utility>

namespace palermo {

Snapshot::Snapshot(IndexDirectory directory, Manifest manifest, Vocabularies vocabularies, const Segments& segments)
    : directory_(std::move(directory)),
      manifest_(std::move(manifest)),
      vocabularies_(std::move(vocabularies)),
      concept_labels_(vocabularies_) {
    std::vector<std::uint32_t> deleted;
    for (const auto& segment : manifest_.segments) deleted.insert(deleted.end(), segment.deleted.begin(), segment.deleted.end());
    deleted_ = std::make_shared<const std::vector<std::uint32_t>>(std::move(deleted));
    show(segments);
    join_values();
}

Result<std::shared_ptr<const Snapshot>> Snapshot::open(const IndexDirectory& directory, std::uint64_t generation,
                                                       const Snapshot* previous) {
    auto manifest = directory.read_manifest(generation);
    if (!manifest) return manifest.error();
    auto vocabularies = open_vocabularies(directory, *manifest);
    if (!vocabularies) return vocabularies.error();
    auto segments = open_segments(directory, *manifest, previous);
    if (!segments) return segments.error();
    return std::shared_ptr<const Snapshot>(new Snapshot(directory, std::move(*manifest), std::move(*vocabularies), *segments));
}

std::shared_ptr<const OpenSegment> Snapshot::find_open(const SegmentEntry& entry) const {
    auto wanted = entry;
    wanted.deleted.clear();
    for (const auto& segment : segments_) {
        if (segment.files->entry == wanted) return segment.files;
    }
    return nullptr;
}

Result<Snapshot::Segments> Snapshot::open_segments(const IndexDirectory& directory, const Manifest& manifest, const Snapshot* previous) {
    const bool is_same_index = previous != nullptr && previous->directory().root() == directory.root();
    Segments segments;
    for (const auto& entry : manifest.segments) {
        auto known = is_same_index ? previous->find_open(entry) : nullptr;
        if (known == nullptr) {
            auto opened = OpenSegment::open(directory, entry);
            if (!opened) return opened.error();
            known = std::move(*opened);
        }
        segments.push_back(std::move(known));
    }
    return segments;
}

void Snapshot::show(const Segments& segments) {
    for (std::size_t i = 0; i < segments.size(); ++i) {
        auto live = segments[i]->recorded;
        const auto& entry = manifest_.segments[i];
        for (const auto docid : entry.deleted) {
            if (docid >= entry.first_docid && docid <= entry.last_docid) live.reset(docid - entry.first_docid);
        }
        const auto count = live.count();
        segments_.push_back({.files = segments[i], .live = std::move(live), .live_count = count, .dimensions = {}, .live_counts = {}});
    }
}

/// Gives every value one ordinal in the whole collection, every segment the way from its own to it, and counts what all records have.
void Snapshot::join_values() {
    PerDimension<DimensionSource> sources;
    PerColumn<std::vector<ValueReading>> readings;
    for (const auto dimension : all_dimensions) {
        sources[dimension] = source_of(dimension, vocabularies_);
        if (const auto& [column, reading] = sources[dimension]; reading) readings[column].push_back(reading);
    }
    for (auto& segment : segments_) {
        const auto& columns = segment.files->columns;
        PerColumn<std::shared_ptr<const SetClasses>> classes;
        for (const auto column : all_columns) {
            if (!readings[column].empty()) classes[column] = std::make_shared<const SetClasses>(columns, column, readings[column]);
        }
        for (const auto dimension : all_dimensions) {
            const auto& source = sources[dimension];
            segment.dimensions[dimension] =
                SegmentDimension(columns, source, source.value_of ? classes[source.column] : nullptr, values_[dimension]);
        }
    }
    for (auto& segment : segments_) {
        RowCounter counter(segment.files->columns, numbers_of(segment.live));
        for (const auto dimension : all_dimensions) {
            auto& counts = segment.live_counts[dimension];
            counts.by_ordinal.resize(values_[dimension].all().size());
            counter.count(segment.dimensions[dimension], counts);
        }
    }
}

bool Snapshot::is_deleted(std::uint32_t docid) const { return std::ranges::binary_search(*deleted_, docid); }

std::optional<std::uint32_t> Snapshot::find(std::string_view case_id) const {
    for (const auto& segment : segments_) {
        for (const auto position : segment.files->records.find(case_id)) {
            const auto docid = segment.files->records.at(position).docid;
            if (!is_deleted(docid)) return docid;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> Snapshot::segment_of(std::uint32_t docid) const {
    const auto& segments = manifest_.segments;
    const auto found = std::ranges::lower_bound(segments, docid, {}, &SegmentEntry::last_docid);
    if (found == segments.end() || docid < found->first_docid) return std::nullopt;
    return static_cast<std::size_t>(found - segments.begin());
}

void Snapshot::expect_words_of(std::uint32_t docid) const {
    if (const auto segment = segment_of(docid)) forward(*segment).expect(docid);
}

void Snapshot::append_ordinals(Facet facet, std::uint32_t docid, std::vector<std::uint32_t>& out) const {
    const auto number = segment_of(docid);
    if (!number) return;
    const auto& shown = segments_[*number];
    const auto& dimension = shown.dimensions[dimension_of(facet)];
    const auto ordinals = dimension.ordinals(dimension.class_of(shown.files->columns.set_of(column_of(facet), docid)));
    out.insert(out.end(), ordinals.begin(), ordinals.end());
}

}  // namespace palermo
