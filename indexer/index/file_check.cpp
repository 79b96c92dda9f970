// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/file_check.hpp"

#include "indexer/index/checksum.hpp"

#include <string>
#include <system_error>

namespace palermo {
namespace {

Diagnostic damage(const std::filesystem::path& file, const std::string& what) {
    return error_at(file.string(), what, "Restore the index from a copy, or load the records into a new directory.", Cause::index);
}

Result<void> check_size(const std::filesystem::path& path, std::uint64_t wanted) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error) return damage(path, "This file of the index is missing.");
    if (size != wanted)
        return damage(path, "This file has " + std::to_string(size) + " bytes; the manifest says " + std::to_string(wanted) + ".");
    return {};
}

/// Its size too.
Result<void> check_content(const std::filesystem::path& path, const FileEntry& wanted) {
    if (auto checked = check_size(path, wanted.size); !checked) return checked;
    const auto checksum = checksum_of_file(path);
    if (!checksum) return checksum.error();
    if (*checksum != wanted.checksum) return damage(path, "This file's content has changed since it was written.");
    return {};
}

std::vector<FileEntry> vocabulary_files(const Manifest& manifest) {
    std::vector<FileEntry> files;
    for (const auto& vocabulary : manifest.vocabularies) files.push_back(vocabulary.file);
    return files;
}

}  // namespace

Result<void> check_contents(const IndexDirectory& directory, std::span<const FileEntry> files) {
    for (const auto& file : files) {
        if (auto checked = check_content(directory.absolute(file), file); !checked) return checked;
    }
    return {};
}

Result<void> check_contents(const IndexDirectory& directory, const Manifest& manifest) {
    for (const auto& segment : manifest.segments) {
        if (auto checked = check_contents(directory, segment.files); !checked) return checked;
    }
    return check_contents(directory, vocabulary_files(manifest));
}

Result<void> check_at_a_glance(const IndexDirectory& directory, std::span<const FileEntry> files) {
    constexpr std::uint64_t small = 4'096;
    for (const auto& file : files) {
        const auto path = directory.absolute(file);
        if (auto checked = file.size <= small ? check_content(path, file) : check_size(path, file.size); !checked) return checked;
    }
    return {};
}

Result<void> check_at_a_glance(const IndexDirectory& directory, const Manifest& manifest) {
    for (const auto& segment : manifest.segments) {
        if (auto checked = check_at_a_glance(directory, segment.files); !checked) return checked;
    }
    return check_contents(directory, vocabulary_files(manifest));
}

}  // namespace palermo
