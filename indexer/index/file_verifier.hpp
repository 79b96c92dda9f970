// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "indexer/index/index_directory.hpp"

namespace palermo {

/// Whether a file of the index is there with the size and the checksum that the manifest gives it.
void verify_file(const IndexDirectory& directory, const FileEntry& file, Diagnostics& findings);

/// That of each file of a segment, and that its directory holds these files and no others.
void verify_files(const IndexDirectory& directory, const SegmentEntry& segment, Diagnostics& findings);

}  // namespace palermo
