// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/live_generation.hpp"

#include "indexer/index/unpacker.hpp"
#include "indexer/load/record_keys.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

HeldRecord held(const RecordRow& row) {
    return {.id = std::string(row.id), .checksum = std::string(row.checksum), .docid = row.docid, .xml = row.xml};
}

}  // namespace

Result<LiveGeneration> LiveGeneration::open(const IndexDirectory& directory) {
    const auto current = directory.current_generation();
    if (!current) return current.error();
    if (!*current) return LiveGeneration(Manifest{});
    return open(directory, **current);
}

Result<LiveGeneration> LiveGeneration::open(const IndexDirectory& directory, std::uint64_t generation) {
    auto manifest = directory.read_manifest(generation);
    if (!manifest) return manifest.error();
    LiveGeneration live(std::move(*manifest));
    for (const auto& segment : live.manifest_.segments) {
        auto records = RecordTable::open(directory.records(segment.id));
        if (!records) return records.error();
        auto texts = TextStore::open(directory.texts(segment.id));
        if (!texts) return texts.error();
        live.segments_.push_back({.records = std::move(*records), .texts = std::move(*texts)});
    }
    return live;
}

bool LiveGeneration::shows(std::size_t segment, std::uint32_t docid) const {
    return !std::ranges::binary_search(manifest_.segments[segment].deleted, docid);
}

std::optional<HeldRecord> LiveGeneration::find(std::string_view id) const {
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        for (const auto position : segments_[i].records.find(id)) {
            const auto row = segments_[i].records.at(position);
            if (shows(i, row.docid)) return held(row);
        }
    }
    return std::nullopt;
}

std::vector<HeldRecord> LiveGeneration::with_key(std::uint64_t key) const {
    std::vector<HeldRecord> found;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        for (const auto position : segments_[i].records.with_key(key)) {
            const auto row = segments_[i].records.at(position);
            if (shows(i, row.docid)) found.push_back(held(row));
        }
    }
    return found;
}

std::optional<HeldRecord> LiveGeneration::with_text(std::string_view checksum) const {
    for (auto& record : with_key(text_key(checksum))) {
        if (record.checksum == checksum) return std::move(record);
    }
    return std::nullopt;
}

std::vector<HeldRecord> LiveGeneration::all() const {
    std::vector<HeldRecord> records;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        for (std::uint32_t position = 0; position < segments_[i].records.size(); ++position) {
            const auto row = segments_[i].records.at(position);
            if (shows(i, row.docid)) records.push_back(held(row));
        }
    }
    std::ranges::sort(records, {}, &HeldRecord::docid);
    return records;
}

Result<std::string> LiveGeneration::xml(const HeldRecord& record) const {
    const auto entry = std::ranges::lower_bound(manifest_.segments, record.docid, {}, &SegmentEntry::last_docid);
    const auto& segment = segments_[static_cast<std::size_t>(entry - manifest_.segments.begin())];
    Unpacker unpacker;
    return segment.texts.source(record.docid, record.xml, record.checksum, unpacker);
}

}  // namespace palermo
