// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/segment_sealer.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/load/durable_file.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

/// Every file of a sealed segment, in a stable order, with its checksum.
Result<std::vector<FileEntry>> describe_files(const IndexDirectory& directory, const fs::path& segment) {
    std::vector<FileEntry> files;
    for (const auto& entry : fs::recursive_directory_iterator(segment)) {
        if (!entry.is_regular_file()) continue;
        auto checksum = checksum_of_file(entry.path());
        if (!checksum) return checksum.error();
        files.push_back({.path = entry.path().lexically_relative(directory.root()).generic_string(),
                         .size = entry.file_size(),
                         .checksum = std::move(*checksum)});
    }
    std::ranges::sort(files, {}, &FileEntry::path);
    return files;
}

}  // namespace

fs::path building_directory(const IndexDirectory& directory, const std::string& segment_id) {
    return directory.root() / "segments" / (".building-" + segment_id);
}

Result<SegmentEntry> seal_segment(const IndexDirectory& directory, SegmentEntry segment) {
    const auto building = building_directory(directory, segment.id);
    const auto sealed = directory.segment(segment.id);
    if (auto flushed = flush_tree_to_disk(building); !flushed) return flushed.error();
    std::error_code error;
    fs::rename(building, sealed, error);
    if (error) return disk_error(sealed, error.value());
    if (auto flushed = flush_to_disk(sealed.parent_path()); !flushed) return flushed.error();
    auto files = describe_files(directory, sealed);
    if (!files) return files.error();
    segment.files = std::move(*files);
    return segment;
}

}  // namespace palermo
