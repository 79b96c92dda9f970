// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/analysis/analyzer_settings.hpp"
#include "indexer/index/ranking_settings.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// A file of the index and its checksum ("xxh3:" and 32 hexadecimal digits), path relative to the index directory.
struct FileEntry {
    std::string path;
    std::uint64_t size = 0;
    std::string checksum;

    friend bool operator==(const FileEntry&, const FileEntry&) = default;
};

/// A sealed segment: its docid range (library-wide docids, ascending from segment to segment, never reused) and its files.
struct SegmentEntry {
    std::string id;
    std::uint32_t first_docid = 0;
    std::uint32_t last_docid = 0;        ///< inclusive
    std::uint64_t record_count = 0;      ///< documents in its database, the deleted ones among them
    std::uint64_t word_count = 0;        ///< the length of all its documents; what ranking_settings are chosen by
    std::vector<std::uint32_t> deleted;  ///< docids that this generation no longer shows, ascending
    std::vector<FileEntry> files;

    friend bool operator==(const SegmentEntry&, const SegmentEntry&) = default;
};

struct VocabularyEntry {
    std::string scheme;
    std::string version;
    FileEntry file;

    friend bool operator==(const VocabularyEntry&, const VocabularyEntry&) = default;
};

/// What a record that was taken down leaves behind: never a name.
struct Tombstone {
    std::string id;
    std::string date;    ///< ISO 8601
    std::string reason;  ///< one of takedown_reasons

    friend bool operator==(const Tombstone&, const Tombstone&) = default;
};

inline constexpr std::array<std::string_view, 6> takedown_reasons{"victim-request", "court-order",      "identifies-a-victim",
                                                                  "error",          "duplicate-record", "other"};

/// How a generation came from the one before it.
enum class ChangeKind { load, remove, rollback };

[[nodiscard]] std::string_view name_of(ChangeKind kind);

struct GenerationChange {
    ChangeKind kind = ChangeKind::load;
    std::uint64_t added = 0;
    std::uint64_t changed = 0;
    std::uint64_t removed = 0;
    std::uint64_t restored = 0;  ///< a rollback's: the generation that it shows again
    std::uint64_t rebuilt = 0;   ///< a load's: records that are the same, by other vocabularies or another analysis

    friend bool operator==(const GenerationChange&, const GenerationChange&) = default;
};

/// One generation: the state of the whole collection. Written once as generations/<n>.json, never changed.
struct Manifest {
    int format_version = 0;
    std::uint64_t generation = 0;
    std::string created;     ///< ISO 8601, UTC
    std::string created_by;  ///< program and version
    GenerationChange change;
    std::uint64_t record_count = 0;  ///< that can be found
    std::uint32_t next_docid = 1;
    AnalyzerSettings analyzer;
    RankingSettings ranking;
    std::vector<VocabularyEntry> vocabularies;
    std::vector<SegmentEntry> segments;
    std::vector<Tombstone> tombstones;  ///< by id

    [[nodiscard]] const Tombstone* tombstone(std::string_view id) const;

    friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// As one JSON object on one line; its last member is the checksum of all others.
[[nodiscard]] std::string format(const Manifest& manifest);
/// Refuses another format version, a wrong checksum, missing members, overlapping or unordered docid ranges. `file` is for the diagnostic.
[[nodiscard]] Result<Manifest> parse_manifest(std::string_view json, const std::string& file);

}  // namespace palermo
