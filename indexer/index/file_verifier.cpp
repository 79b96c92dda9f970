// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/file_verifier.hpp"

#include "indexer/index/file_check.hpp"
#include "indexer/index/finding_list.hpp"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

namespace palermo {

void verify_file(const IndexDirectory& directory, const FileEntry& file, Diagnostics& all) {
    if (const auto checked = check_contents(directory, {&file, 1}); !checked) all.push_back(checked.error());
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
