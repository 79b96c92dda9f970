// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/file_verifier.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/index/finding_list.hpp"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

void check_content(const std::filesystem::path& path, const FileEntry& file, FindingList& findings) {
    const auto checksum = checksum_of_file(path);
    if (!checksum)
        findings.add(checksum.error());
    else if (*checksum != file.checksum)
        findings.add("This file's content has changed since it was written.");
}

}  // namespace

void verify_file(const IndexDirectory& directory, const FileEntry& file, Diagnostics& all) {
    const auto path = directory.absolute(file);
    FindingList findings(path);
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error)
        findings.add("This file of the index is missing.");
    else if (size != file.size)
        findings.add("This file has " + std::to_string(size) + " bytes; the manifest says " + std::to_string(file.size) + ".");
    else
        check_content(path, file, findings);
    std::move(findings).move_to(all);
}

void verify_files(const IndexDirectory& directory, const SegmentEntry& segment, Diagnostics& all) {
    for (const auto& file : segment.files) verify_file(directory, file, all);
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator entry(directory.segment(segment.id), error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->is_directory(error)) continue;
        const auto path = entry->path().lexically_relative(directory.root()).generic_string();
        if (std::ranges::find(segment.files, path, &FileEntry::path) != segment.files.end()) continue;
        all.push_back(error_at(entry->path().string(), "This file is not in the manifest.",
                               "Take it away: nothing that belongs to the index is kept outside of its manifest.", Cause::index));
    }
}

}  // namespace palermo
