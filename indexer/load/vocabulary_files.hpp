// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/manifest.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace palermo {

/// A vocabulary as a generation keeps it: under its checksum.
struct VocabularyFile {
    VocabularyEntry entry;
    std::string content;
};

/// The two vocabularies of a directory of schemas.
[[nodiscard]] Result<std::vector<VocabularyFile>> read_vocabulary_files(const std::filesystem::path& schemas);

[[nodiscard]] std::vector<VocabularyEntry> entries_of(const std::vector<VocabularyFile>& files);

/// Copies them into the index; what is there already stays.
[[nodiscard]] Result<void> store_vocabularies(const IndexDirectory& directory, const std::vector<VocabularyFile>& files);

}  // namespace palermo
