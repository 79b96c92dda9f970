// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/analysis/analyzer_settings.hpp"
#include "indexer/index/ranking_settings.hpp"

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
    std::uint32_t last_docid = 0;  ///< inclusive
    std::uint64_t record_count = 0;
    std::uint64_t word_count = 0;  ///< the length of all its documents; what ranking_settings are chosen by
    std::vector<FileEntry> files;

    friend bool operator==(const SegmentEntry&, const SegmentEntry&) = default;
};

struct VocabularyEntry {
    std::string scheme;
    std::string version;
    FileEntry file;

    friend bool operator==(const VocabularyEntry&, const VocabularyEntry&) = default;
};

/// One generation: the state of the whole collection. Written once as generations/<n>.json, never changed.
struct Manifest {
    int format_version = 0;
    std::uint64_t generation = 0;
    std::string created;     ///< ISO 8601, UTC
    std::string created_by;  ///< program and version
    std::uint64_t record_count = 0;
    std::uint32_t next_docid = 1;
    AnalyzerSettings analyzer;
    RankingSettings ranking;
    std::vector<VocabularyEntry> vocabularies;
    std::vector<SegmentEntry> segments;

    friend bool operator==(const Manifest&, const Manifest&) = default;
};

[[nodiscard]] std::string format(const Manifest& manifest);
/// Refuses another format version, missing members, overlapping or unordered docid ranges. `file` is for the diagnostic.
[[nodiscard]] Result<Manifest> parse_manifest(std::string_view json, const std::string& file);

}  // namespace palermo
