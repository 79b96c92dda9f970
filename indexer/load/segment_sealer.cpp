// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/segment_sealer.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/load/durable_file.hpp"

#include <algorithm>
#include <future>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

/// Every file of a segment, in a stable order, with its checksum, and named as in the directory that it is `sealed` in.
Result<std::vector<FileEntry>> describe_files(const IndexDirectory& directory, const fs::path& segment, const fs::path& sealed) {
    std::vector<FileEntry> files;
    for (const auto& entry : fs::recursive_directory_iterator(segment)) {
        if (!entry.is_regular_file()) continue;
        auto checksum = checksum_of_file(entry.path());
        if (!checksum) return checksum.error();
        const auto file = sealed / entry.path().lexically_relative(segment);
        files.push_back({.path = file.lexically_relative(directory.root()).generic_string(),
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
    // One waits for the disk, the other for the processor.
    auto described = std::async(std::launch::async, [&] { return describe_files(directory, building, sealed); });
    if (auto flushed = flush_tree_to_disk(building); !flushed) return flushed.error();
    auto files = described.get();
    if (!files) return files.error();
    std::error_code error;
    fs::rename(building, sealed, error);
    if (error) return disk_error(sealed, error.value());
    if (auto flushed = flush_to_disk(sealed.parent_path()); !flushed) return flushed.error();
    segment.files = std::move(*files);
    return segment;
}

}  // namespace palermo
