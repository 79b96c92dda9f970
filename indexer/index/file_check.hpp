// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"

#include <span>

namespace palermo {

/// That the files are there with the sizes and checksums that their manifest gives: reads them whole. The error names the first that is
/// not so.
[[nodiscard]] Result<void> check_contents(const IndexDirectory& directory, std::span<const FileEntry> files);

/// All files of a generation.
[[nodiscard]] Result<void> check_contents(const IndexDirectory& directory, const Manifest& manifest);

/// That the files are there with their sizes, and of small ones that their contents have the checksums: what can be seen at once, however
/// large the index is. A small one is where a database begins, which the engine trusts and may crash over.
[[nodiscard]] Result<void> check_at_a_glance(const IndexDirectory& directory, std::span<const FileEntry> files);

/// The segments' files at a glance, and the vocabularies whole.
[[nodiscard]] Result<void> check_at_a_glance(const IndexDirectory& directory, const Manifest& manifest);

}  // namespace palermo
