// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/vocabulary_files.hpp"

#include "corpus/source_text.hpp"
#include "corpus/vocabulary_reader.hpp"
#include "indexer/index/checksum.hpp"
#include "indexer/load/durable_file.hpp"

#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

Result<VocabularyFile> read_vocabulary_file(const fs::path& path) {
    const auto source = open_source(path);
    if (!source) return source.error();
    const auto vocabulary = read_vocabulary(*source);
    if (!vocabulary) return vocabulary.error();
    const auto checksum = checksum_of(source->text());
    const auto name = "vocabularies/" + checksum.substr(checksum.find(':') + 1) + ".rdf";
    return VocabularyFile{.entry = {.scheme = vocabulary->scheme(),
                                    .version = vocabulary->version(),
                                    .file = {.path = name, .size = source->text().size(), .checksum = checksum}},
                          .content = source->text()};
}

}  // namespace

Result<std::vector<VocabularyFile>> read_vocabulary_files(const fs::path& schemas) {
    std::vector<VocabularyFile> files;
    for (const auto name : {legal_concepts_file, evidential_issues_file}) {
        auto file = read_vocabulary_file(schemas / name);
        if (!file) return file.error();
        files.push_back(std::move(*file));
    }
    return files;
}

std::vector<VocabularyEntry> entries_of(const std::vector<VocabularyFile>& files) {
    std::vector<VocabularyEntry> entries;
    for (const auto& file : files) entries.push_back(file.entry);
    return entries;
}

Result<void> store_vocabularies(const IndexDirectory& directory, const std::vector<VocabularyFile>& files) {
    std::error_code error;
    fs::create_directories(directory.root() / "vocabularies", error);
    if (error) return disk_error(directory.root() / "vocabularies", error.value());
    for (const auto& file : files) {
        const auto path = directory.absolute(file.entry.file);
        if (fs::exists(path, error)) continue;
        if (auto written = replace_durably(path, file.content); !written) return written;
    }
    return {};
}

}  // namespace palermo
