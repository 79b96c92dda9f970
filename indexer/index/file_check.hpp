// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"

#include <span>

namespace palermo {

/// That the files are there with the sizes that their manifest gives. The error names the first that is not.
[[nodiscard]] Result<void> check_sizes(const IndexDirectory& directory, std::span<const FileEntry> files);

/// As check_sizes, and that their contents have the checksums: reads them whole.
[[nodiscard]] Result<void> check_contents(const IndexDirectory& directory, std::span<const FileEntry> files);

/// All files of a generation.
[[nodiscard]] Result<void> check_contents(const IndexDirectory& directory, const Manifest& manifest);

/// The sizes of the segments' files and the contents of the small ones: what can be seen at once, however large the index is.
[[nodiscard]] Result<void> check_at_a_glance(const IndexDirectory& directory, const Manifest& manifest);

}  // namespace palermo
