// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/manifest.hpp"
#include "indexer/load/writer_lock.hpp"

#include <filesystem>

namespace palermo {

/// Generations that stay on disk, the live one among them: a reader that opened the one before goes on reading it, and it can be gone back
/// to.
inline constexpr std::uint64_t kept_generations = 2;

/// Copies the two vocabularies of `schemas` into the index under their checksums.
[[nodiscard]] Result<std::vector<VocabularyEntry>> store_vocabularies(const IndexDirectory& directory,
                                                                      const std::filesystem::path& schemas);

/// The entries that store_vocabularies would write, without writing.
[[nodiscard]] Result<std::vector<VocabularyEntry>> describe_vocabularies(const std::filesystem::path& schemas);

/// Writes the manifest, then makes it the live generation by replacing `current`: the one irreversible line of a load.
[[nodiscard]] Result<void> publish(const IndexDirectory& directory, const Manifest& manifest, const WriterLock& lock);

/// Removes what no kept generation names: old segments, leftovers of loads that were cut off. Harmless to readers of the kept generations.
[[nodiscard]] Result<void> prune(const IndexDirectory& directory, const WriterLock& lock);

}  // namespace palermo
