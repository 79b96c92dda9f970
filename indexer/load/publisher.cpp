// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/publisher.hpp"

#include "corpus/facet.hpp"
#include "corpus/source_text.hpp"
#include "corpus/vocabulary_reader.hpp"
#include "indexer/index/checksum.hpp"
#include "indexer/load/durable_file.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

struct VocabularyFile {
    VocabularyEntry entry;
    std::string content;
};

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

Result<std::vector<VocabularyFile>> read_vocabulary_files(const fs::path& schemas) {
    std::vector<VocabularyFile> files;
    for (const auto name : {legal_concepts_file, evidential_issues_file}) {
        auto file = read_vocabulary_file(schemas / name);
        if (!file) return file.error();
        files.push_back(std::move(*file));
    }
    return files;
}

std::optional<std::uint64_t> generation_of(const fs::path& file) {
    const auto stem = file.stem().string();
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(stem.data(), stem.data() + stem.size(), number);
    return error == std::errc() && end == stem.data() + stem.size() ? std::optional(number) : std::nullopt;
}

/// The manifests to keep: the live one and those just before it. A manifest above it was never published.
Result<std::vector<Manifest>> kept_manifests(const IndexDirectory& directory) {
    std::vector<Manifest> kept;
    const auto current = directory.current_generation();
    if (!current) return current.error();
    if (!*current) return kept;
    for (auto number = **current; number > 0 && kept.size() < kept_generations; --number) {
        std::error_code error;
        if (!fs::exists(directory.generation_file(number), error)) continue;
        auto manifest = directory.read_manifest(number);
        if (!manifest) return manifest.error();
        kept.push_back(std::move(*manifest));
    }
    return kept;
}

/// Removes the entries of `parent` that `is_kept` does not want; a directory that does not exist has none.
template <class Predicate>
Result<void> remove_others(const fs::path& parent, Predicate is_kept) {
    std::error_code error;
    if (!fs::exists(parent, error)) return {};
    for (const auto& entry : fs::directory_iterator(parent)) {
        if (is_kept(entry.path())) continue;
        fs::remove_all(entry.path(), error);
        if (error) return disk_error(entry.path(), error.value());
    }
    return {};
}

}  // namespace

Result<std::vector<VocabularyEntry>> describe_vocabularies(const fs::path& schemas) {
    const auto files = read_vocabulary_files(schemas);
    if (!files) return files.error();
    std::vector<VocabularyEntry> entries;
    for (const auto& file : *files) entries.push_back(file.entry);
    return entries;
}

Result<std::vector<VocabularyEntry>> store_vocabularies(const IndexDirectory& directory, const fs::path& schemas) {
    const auto files = read_vocabulary_files(schemas);
    if (!files) return files.error();
    std::error_code error;
    fs::create_directories(directory.root() / "vocabularies", error);
    if (error) return disk_error(directory.root() / "vocabularies", error.value());
    std::vector<VocabularyEntry> entries;
    for (const auto& file : *files) {
        const auto path = directory.absolute(file.entry.file);
        if (!fs::exists(path, error)) {
            if (auto written = replace_durably(path, file.content); !written) return written.error();
        }
        entries.push_back(file.entry);
    }
    return entries;
}

Result<void> publish(const IndexDirectory& directory, const Manifest& manifest, const WriterLock&) {
    const auto file = directory.generation_file(manifest.generation);
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error) return disk_error(file.parent_path(), error.value());
    // Before the first manifest: manifests without a pointer to one are damage, and never a reason to begin anew.
    if (!fs::exists(directory.current_file(), error)) {
        if (auto written = replace_durably(directory.current_file(), "0\n"); !written) return written;
    }
    if (auto written = replace_durably(file, format(manifest)); !written) return written;
    return replace_durably(directory.current_file(), std::to_string(manifest.generation) + '\n');
}

Result<void> prune(const IndexDirectory& directory, const WriterLock&) {
    const auto kept = kept_manifests(directory);
    if (!kept) return kept.error();
    std::set<std::string> segments;
    std::set<std::uint64_t> generations;
    std::set<fs::path> vocabularies;
    for (const auto& manifest : *kept) {
        generations.insert(manifest.generation);
        for (const auto& segment : manifest.segments) segments.insert(segment.id);
        for (const auto& vocabulary : manifest.vocabularies) vocabularies.insert(directory.absolute(vocabulary.file));
    }
    if (auto removed =
            remove_others(directory.root() / "segments", [&](const fs::path& path) { return segments.contains(path.filename().string()); });
        !removed) {
        return removed;
    }
    if (auto removed = remove_others(directory.root() / "vocabularies", [&](const fs::path& path) { return vocabularies.contains(path); });
        !removed) {
        return removed;
    }
    return remove_others(directory.root() / "generations", [&](const fs::path& path) {
        const auto number = generation_of(path);
        return number && path.extension() == ".json" && generations.contains(*number);
    });
}

}  // namespace palermo
