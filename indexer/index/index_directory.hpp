// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/manifest.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// The directory of an index, by name:
///   segments/<id>/                                     sealed, immutable: xapian/, forward.idx, facets.col, documents.blk, texts.blk,
///                                                      completions.idx, records.tbl
///   vocabularies/<checksum>.rdf                        as they were when the generation was made
///   generations/<n>.json                               the manifests
///   generations/<n>.report.json                        what the load that made it did
///   loading/<chunk>/                                   what a load has built and not yet joined to a segment
///   current                                            the number of the live generation, replaced by rename; "none" until the first is
///                                                      whole
///   writer.lock                                        held by the one palermo-indexer that writes
/// Knows the names and reads; writing is load/publisher's.
class IndexDirectory {
public:
    /// What `current` says until the first generation is whole. No number, and not nothing: so a file that was damaged does not look.
    static constexpr std::string_view no_generation_yet = "none\n";

    explicit IndexDirectory(std::filesystem::path root) : root_(std::move(root)) {}

    [[nodiscard]] const std::filesystem::path& root() const { return root_; }
    [[nodiscard]] std::filesystem::path segment(const std::string& id) const;
    [[nodiscard]] std::filesystem::path database(const std::string& segment_id) const;
    [[nodiscard]] std::filesystem::path facet_columns(const std::string& segment_id) const;
    [[nodiscard]] std::filesystem::path texts(const std::string& segment_id) const;
    [[nodiscard]] std::filesystem::path documents(const std::string& segment_id) const;
    [[nodiscard]] std::filesystem::path forward(const std::string& segment_id) const;
    [[nodiscard]] std::filesystem::path completions(const std::string& segment_id) const;
    [[nodiscard]] std::filesystem::path records(const std::string& segment_id) const;
    [[nodiscard]] std::filesystem::path generation_file(std::uint64_t number) const;
    [[nodiscard]] std::filesystem::path report_file(std::uint64_t number) const;
    [[nodiscard]] std::filesystem::path loading() const;
    [[nodiscard]] std::filesystem::path current_file() const;
    [[nodiscard]] std::filesystem::path lock_file() const;
    [[nodiscard]] std::filesystem::path absolute(const FileEntry& file) const { return root_ / file.path; }

    /// The live generation's number; nothing when the directory is missing or empty, or before the first load has ended; an error when
    /// `current` is damaged.
    [[nodiscard]] Result<std::optional<std::uint64_t>> current_generation() const;
    [[nodiscard]] Result<Manifest> read_manifest(std::uint64_t generation) const;
    /// The generations whose manifests are there, up to the live one, oldest first: those above it were never published.
    [[nodiscard]] Result<std::vector<std::uint64_t>> generations() const;

private:
    std::filesystem::path root_;
};

}  // namespace palermo
