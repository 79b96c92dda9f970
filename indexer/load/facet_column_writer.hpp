// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"
#include "corpus/result.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace palermo {

/// Writes the facet columns of one segment; writing twin of index/facet_column. The file, little-endian:
///   "PLMFACE1", u32 first docid, u32 last docid; then for each facet in the order of Facet:
///     u32 number of values, for each {u32 size, bytes}; zeros up to a multiple of 4;
///     u32 row offsets, one a docid and one more; u16 ordinals; zeros up to a multiple of 4;
///   u64 XXH3 of all before.
class FacetColumnWriter {
public:
    explicit FacetColumnWriter(std::uint32_t first_docid) : first_docid_(first_docid) {}

    /// Rows come in ascending docids; skipped docids get empty rows. At most 65,535 values a facet (throws std::length_error).
    void add(std::uint32_t docid, const PerFacet<std::vector<std::string>>& values);

    /// Writes the file with rows up to `last_docid`.
    [[nodiscard]] Result<void> finish(const std::filesystem::path& file, std::uint32_t last_docid);

private:
    struct Column {
        std::map<std::string, std::uint16_t> ordinal_of;
        std::vector<std::string> values;
        std::vector<std::uint32_t> offsets{0};
        std::vector<std::uint16_t> ordinals;

        void fill_rows(std::size_t rows) { offsets.resize(rows + 1, static_cast<std::uint32_t>(ordinals.size())); }
        std::uint16_t ordinal(const std::string& value);
    };

    std::uint32_t first_docid_;
    PerFacet<Column> columns_;
};

}  // namespace palermo
