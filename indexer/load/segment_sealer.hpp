// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/manifest.hpp"

#include <filesystem>
#include <string>

namespace palermo {

/// A directory segments/.building-<id>/ in which a segment takes shape, out of every reader's sight.
[[nodiscard]] std::filesystem::path building_directory(const IndexDirectory& directory, const std::string& segment_id);

/// Flushes a building directory to the disk, moves it to its name and describes its files for the manifest. From here on nothing in it
/// changes.
[[nodiscard]] Result<SegmentEntry> seal_segment(const IndexDirectory& directory, SegmentEntry segment);

}  // namespace palermo
