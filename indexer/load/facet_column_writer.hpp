// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/column.hpp"
#include "indexer/index/facet_column.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// Writes the columns of one segment; writing twin of index/facet_column. The file, little-endian:
///   its magic (see file_magic.hpp), u32 first docid, u32 last docid; then for each column in the order of Column:
///     u32 number of values, for each {u32 size, bytes};
///     u32 number of sets, the empty one among them; or 0 where no record has two values: set 0 is then empty and set n value n - 1 alone;
///     where it is not 0: u32 for each set its end among the ordinals; the ordinals of all sets one behind the other;
///     for each docid the number of its set;
///   u64 XXH3 of all before.
/// An ordinal, and a set's number, takes 1, 2 or 4 bytes: the least that the number of values, and of sets, needs. Each list of numbers
/// begins at a multiple of 4, behind zeros.
class FacetColumnWriter {
public:
    explicit FacetColumnWriter(std::uint32_t first_docid) : first_docid_(first_docid) {}

    /// Rows come in ascending docids; skipped docids get empty rows.
    void add(std::uint32_t docid, const PerColumn<std::vector<std::string>>& values);

    /// Adds the rows of a whole segment but for `erased`, ascending docids.
    void add_all(const FacetColumns& columns, std::span<const std::uint32_t> erased);

    /// Writes the file with rows up to `last_docid`.
    [[nodiscard]] Result<void> finish(const std::filesystem::path& file, std::uint32_t last_docid);

private:
    class StoredColumn {
    public:
        void add(std::size_t row, const std::vector<std::string>& values);
        void add_all(Column column, const FacetColumns& columns, std::span<const std::uint32_t> erased, std::size_t first_row);
        void append_to(std::string& bytes, std::size_t rows);

    private:
        std::uint32_t ordinal(const std::string& value);
        std::uint32_t set_number(const std::vector<std::string>& values);
        [[nodiscard]] bool is_single() const { return ordinals_.size() + 1 == ends_.size(); }
        void append_sets(std::string& bytes) const;

        boost::unordered_flat_map<std::string, std::uint32_t> ordinal_of_;
        std::vector<std::string> values_;
        boost::unordered_flat_map<std::string, std::uint32_t> set_of_{{"", 0}};  ///< by the bytes of the ordinals
        std::vector<std::uint32_t> ends_{0};
        std::vector<std::uint32_t> ordinals_;
        std::vector<std::uint32_t> rows_;
    };

    std::uint32_t first_docid_;
    PerColumn<StoredColumn> columns_;
};

}  // namespace palermo
