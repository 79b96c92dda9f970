// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/generation_vocabularies.hpp"

#include "corpus/vocabulary_reader.hpp"
#include "indexer/index/file_check.hpp"
#include "indexer/index/mapped_file.hpp"

#include <utility>

namespace palermo {
namespace {

Result<Vocabulary> open_vocabulary(const IndexDirectory& directory, const FileEntry& file) {
    // Before it is read: a reader's words are for those who write vocabularies, and some damage he would read over.
    if (auto whole = check_contents(directory, {&file, 1}); !whole) return whole.error();
    const auto path = directory.absolute(file);
    const auto source = open_source(path);
    if (!source) return damaged_file(path);
    auto vocabulary = read_vocabulary(*source);
    if (!vocabulary) return damaged_file(path);
    return vocabulary;
}

}  // namespace

Result<Vocabularies> open_vocabularies(const IndexDirectory& directory, const Manifest& manifest) {
    Vocabularies vocabularies;
    for (const auto& entry : manifest.vocabularies) {
        auto vocabulary = open_vocabulary(directory, entry.file);
        if (!vocabulary) return vocabulary.error();
        auto& place = entry.scheme == legal_concepts_scheme ? vocabularies.legal_concepts : vocabularies.evidential_issues;
        place = std::move(*vocabulary);
    }
    return vocabularies;
}

}  // namespace palermo
