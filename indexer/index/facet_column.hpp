// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/column.hpp"
#include "indexer/index/row_bitmap.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace palermo {

/// Sets of numbers, one behind the other.
class SetTable {
public:
    SetTable() = default;
    /// `ends`: of each set its end among the numbers, in ascending order.
    SetTable(std::vector<std::uint32_t> ends, std::vector<std::uint32_t> numbers) : ends_(std::move(ends)), numbers_(std::move(numbers)) {}

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t set) const {
        const auto begin = set == 0 ? 0 : ends_[set - 1];
        return std::span(numbers_).subspan(begin, ends_[set] - begin);
    }
    void add(std::span<const std::uint32_t> numbers);
    /// Of each set 1 where it holds the number, else 0. Reads all sets as one row of numbers: looking into each takes three times as long.
    [[nodiscard]] std::vector<std::uint8_t> holders(std::uint32_t number) const;

private:
    std::vector<std::uint32_t> ends_;
    std::vector<std::uint32_t> numbers_;
};

/// The columns of one segment in one mapped file. A column has values; those of one record are a set of ordinals into them, and a row holds
/// the number of its set: distinct sets are few, so rows take a byte or two, and who counts adds up sets first and looks into each set
/// once. Set 0 is the empty one: "not recorded". Ordinals and sets are the segment's own; a Snapshot maps them to the whole collection's
/// values. Reading twin of load/facet_column_writer, which documents the bytes. Immutable; safe to read from many threads.
class FacetColumns {
public:
    [[nodiscard]] static Result<FacetColumns> open(const std::filesystem::path& file);

    FacetColumns(FacetColumns&&) noexcept;
    FacetColumns& operator=(FacetColumns&&) noexcept;
    ~FacetColumns();

    [[nodiscard]] std::uint32_t first_docid() const;
    [[nodiscard]] std::uint32_t last_docid() const;  ///< inclusive
    [[nodiscard]] std::size_t rows() const { return std::size_t{last_docid()} - first_docid() + 1; }
    [[nodiscard]] std::size_t bytes() const;  ///< of the file

    [[nodiscard]] const std::vector<std::string>& values(Column column) const;
    /// How many sets there are, the empty one among them.
    [[nodiscard]] std::uint32_t set_count(Column column) const;
    /// The ordinals of a set, as they were added.
    [[nodiscard]] std::vector<std::uint32_t> set(Column column, std::uint32_t number) const;
    /// All sets of a column.
    [[nodiscard]] SetTable sets(Column column) const;
    /// The number of `docid`'s set; docid must lie in the segment's range.
    [[nodiscard]] std::uint32_t set_of(Column column, std::uint32_t docid) const;
    /// Ordinals of `docid`'s values.
    [[nodiscard]] std::vector<std::uint32_t> ordinals(Column column, std::uint32_t docid) const {
        return set(column, set_of(column, docid));
    }
    /// `docid`'s values themselves.
    [[nodiscard]] std::vector<std::string> texts(Column column, std::uint32_t docid) const;

    /// Adds to `counts`, which has an element a set, how many of the rows have it.
    void count_sets(Column column, std::span<const std::uint32_t> rows, std::span<std::uint32_t> counts) const;
    /// Writes the number of each row's set to `sets`, which has as many elements as `rows`.
    void read_sets(Column column, std::span<const std::uint32_t> rows, std::span<std::uint32_t> sets) const;
    /// The rows whose set is wanted; `wanted` has an element a set, 1 or 0.
    [[nodiscard]] RowBitmap rows_with(Column column, std::span<const std::uint8_t> wanted) const;

private:
    struct Mapping;
    explicit FacetColumns(std::unique_ptr<Mapping> mapping);
    std::unique_ptr<Mapping> mapping_;
};

}  // namespace palermo
