// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/snapshot.hpp"

#include "corpus/vocabulary_reader.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace palermo {
namespace {

Result<Vocabularies> open_vocabularies(const IndexDirectory& directory, const Manifest& manifest) {
    Vocabularies vocabularies;
    for (const auto& entry : manifest.vocabularies) {
        const auto source = open_source(directory.absolute(entry.file));
        if (!source) return source.error();
        auto vocabulary = read_vocabulary(*source);
        if (!vocabulary) return vocabulary.error();
        auto& place = entry.scheme == name_of(Facet::legal_concept) ? vocabularies.legal_concepts : vocabularies.evidential_issues;
        place = std::move(*vocabulary);
    }
    return vocabularies;
}

Diagnostic file_of_another_segment(const std::filesystem::path& file) {
    return error_at(file.string(), "This file belongs to another segment.",
                    "Restore the index from a copy, or load the records into a new directory.", Cause::index);
}

}  // namespace

Snapshot::Snapshot(IndexDirectory directory, Manifest manifest, Vocabularies vocabularies, std::vector<OpenSegment> segments)
    : directory_(std::move(directory)),
      manifest_(std::move(manifest)),
      vocabularies_(std::move(vocabularies)),
      concept_labels_(vocabularies_),
      segments_(std::move(segments)) {
    join_values();
    std::vector<std::uint32_t> deleted;
    for (const auto& segment : manifest_.segments) deleted.insert(deleted.end(), segment.deleted.begin(), segment.deleted.end());
    deleted_ = std::make_shared<const std::vector<std::uint32_t>>(std::move(deleted));
}

Result<std::shared_ptr<const Snapshot>> Snapshot::open(const IndexDirectory& directory, std::uint64_t generation) {
    auto manifest = directory.read_manifest(generation);
    if (!manifest) return manifest.error();
    auto vocabularies = open_vocabularies(directory, *manifest);
    if (!vocabularies) return vocabularies.error();
    auto segments = open_segments(directory, *manifest);
    if (!segments) return segments.error();
    return std::shared_ptr<const Snapshot>(new Snapshot(directory, std::move(*manifest), std::move(*vocabularies), std::move(*segments)));
}

Result<std::vector<Snapshot::OpenSegment>> Snapshot::open_segments(const IndexDirectory& directory, const Manifest& manifest) {
    std::vector<OpenSegment> segments;
    for (const auto& entry : manifest.segments) {
        auto columns = FacetColumns::open(directory.facet_columns(entry.id));
        if (!columns) return columns.error();
        if (columns->first_docid() != entry.first_docid || columns->last_docid() != entry.last_docid)
            return file_of_another_segment(directory.facet_columns(entry.id));
        auto texts = TextStore::open(directory.texts(entry.id));
        if (!texts) return texts.error();
        auto forward = ForwardIndex::open(directory.forward(entry.id));
        if (!forward) return forward.error();
        if (forward->first_docid() != entry.first_docid || forward->last_docid() != entry.last_docid)
            return file_of_another_segment(directory.forward(entry.id));
        auto completions = Completions::open(directory.completions(entry.id));
        if (!completions) return completions.error();
        auto records = RecordTable::open(directory.records(entry.id));
        if (!records) return records.error();
        segments.push_back({.columns = std::move(*columns),
                            .texts = std::move(*texts),
                            .forward = std::move(*forward),
                            .completions = std::move(*completions),
                            .records = std::move(*records),
                            .to_collection = {}});
    }
    return segments;
}

/// Gives every value one ordinal in the whole collection, and every segment the way from its own to it.
void Snapshot::join_values() {
    for (const auto facet : all_facets) {
        std::unordered_map<std::string, std::uint32_t> ordinal_of;
        for (auto& segment : segments_) {
            for (const auto& value : segment.columns.values(facet)) {
                const auto [known, is_new] = ordinal_of.emplace(value, static_cast<std::uint32_t>(values_[facet].size()));
                if (is_new) values_[facet].push_back(value);
                segment.to_collection[facet].push_back(known->second);
            }
        }
    }
}

bool Snapshot::is_deleted(std::uint32_t docid) const { return std::ranges::binary_search(*deleted_, docid); }

std::optional<std::uint32_t> Snapshot::find(std::string_view case_id) const {
    for (const auto& segment : segments_) {
        for (const auto position : segment.records.find(case_id)) {
            const auto docid = segment.records.at(position).docid;
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

void Snapshot::append_ordinals(Facet facet, std::uint32_t docid, std::vector<std::uint32_t>& out) const {
    const auto number = segment_of(docid);
    if (!number) return;
    const auto& segment = segments_[*number];
    for (const auto ordinal : segment.columns.ordinals(facet, docid)) out.push_back(segment.to_collection[facet][ordinal]);
}

}  // namespace palermo
