// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/xapian_guard.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace palermo {

/// Writes documents, in ascending docids, into as many part databases as it takes for the postings of each to fit into a core's cache:
/// Xapian's maps are several times as fast then, and many databases are compacted at once. Throws Xapian's errors.
class PartDatabaseWriter {
public:
    /// Each database is called so, and has its first docid behind.
    explicit PartDatabaseWriter(std::filesystem::path stem) : stem_(std::move(stem)) {}

    void add(std::uint32_t docid, const Xapian::Document& document);
    /// Gives the databases, in the order of their docids. Nothing may be added any more.
    std::vector<std::filesystem::path> finish();

private:
    void close();

    std::filesystem::path stem_;
    std::vector<std::filesystem::path> parts_;
    std::optional<Xapian::WritableDatabase> database_;
    std::size_t postings_ = 0;  ///< in it
};

/// The databases that were written with this stem, in the order of their docids.
[[nodiscard]] std::vector<std::filesystem::path> part_databases(const std::filesystem::path& stem);

}  // namespace palermo
