// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/facet_column_writer.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/index/file_magic.hpp"
#include "indexer/index/number_width.hpp"
#include "indexer/load/append_number.hpp"
#include "indexer/load/output_file.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace palermo {
namespace {

void append_as(std::string& bytes, std::uint32_t number, unsigned width) {
    if (width == 1) return append_number(bytes, static_cast<std::uint8_t>(number));
    if (width == 2) return append_number(bytes, static_cast<std::uint16_t>(number));
    append_number(bytes, number);
}

void append_numbers(std::string& bytes, std::span<const std::uint32_t> numbers, unsigned width) {
    bytes.append((4 - bytes.size() % 4) % 4, '\0');
    for (const auto number : numbers) append_as(bytes, number, width);
}

}  // namespace

std::uint32_t FacetColumnWriter::StoredColumn::ordinal(const std::string& value) {
    const auto [known, is_new] = ordinal_of_.try_emplace(value, static_cast<std::uint32_t>(values_.size()));
    if (is_new) values_.push_back(value);
    return known->second;
}

std::uint32_t FacetColumnWriter::StoredColumn::set_number(const std::vector<std::string>& values) {
    std::vector<std::uint32_t> ordinals;
    for (const auto& value : values) ordinals.push_back(ordinal(value));
    const std::string key(reinterpret_cast<const char*>(ordinals.data()), ordinals.size() * sizeof(std::uint32_t));
    const auto [known, is_new] = set_of_.try_emplace(key, static_cast<std::uint32_t>(ends_.size()));
    if (is_new) {
        ordinals_.insert(ordinals_.end(), ordinals.begin(), ordinals.end());
        ends_.push_back(static_cast<std::uint32_t>(ordinals_.size()));
    }
    return known->second;
}

void FacetColumnWriter::StoredColumn::add(std::size_t row, const std::vector<std::string>& values) {
    if (rows_.size() > row) throw std::logic_error("rows must come in ascending docids");
    rows_.resize(row);
    rows_.push_back(set_number(values));
}

void FacetColumnWriter::StoredColumn::add_all(Column column, const FacetColumns& columns, std::span<const std::uint32_t> erased,
                                              std::size_t first_row) {
    if (rows_.size() > first_row) throw std::logic_error("rows must come in ascending docids");
    rows_.resize(first_row);
    const auto& values = columns.values(column);
    // Only what rows have is carried over: nothing is left of an erased one.
    std::vector<std::optional<std::uint32_t>> ours(columns.set_count(column));
    ours[0] = 0;
    for (auto docid = columns.first_docid(); docid <= columns.last_docid(); ++docid) {
        const auto number = std::ranges::binary_search(erased, docid) ? 0 : columns.set_of(column, docid);
        if (!ours[number]) {
            std::vector<std::string> texts;
            for (const auto each : columns.set(column, number)) texts.push_back(values[each]);
            ours[number] = set_number(texts);
        }
        rows_.push_back(*ours[number]);
    }
}

void FacetColumnWriter::StoredColumn::append_sets(std::string& bytes) const {
    append_number(bytes, static_cast<std::uint32_t>(is_single() ? 0 : ends_.size()));
    if (is_single()) return;
    append_numbers(bytes, ends_, 4);
    append_numbers(bytes, ordinals_, width_for(values_.size()));
}

void FacetColumnWriter::StoredColumn::append_to(std::string& bytes, std::size_t rows) {
    rows_.resize(rows);
    append_number(bytes, static_cast<std::uint32_t>(values_.size()));
    for (const auto& value : values_) {
        append_number(bytes, static_cast<std::uint32_t>(value.size()));
        bytes += value;
    }
    append_sets(bytes);
    append_numbers(bytes, rows_, width_for(ends_.size()));
}

void FacetColumnWriter::add(std::uint32_t docid, const PerColumn<std::vector<std::string>>& values) {
    for (const auto column : all_columns) columns_[column].add(std::size_t{docid} - first_docid_, values[column]);
}

void FacetColumnWriter::add_all(const FacetColumns& columns, std::span<const std::uint32_t> erased) {
    for (const auto column : all_columns)
        columns_[column].add_all(column, columns, erased, std::size_t{columns.first_docid()} - first_docid_);
}

Result<void> FacetColumnWriter::finish(const std::filesystem::path& file, std::uint32_t last_docid) {
    std::string bytes(file_magic::facet_columns);
    append_number(bytes, first_docid_);
    append_number(bytes, last_docid);
    for (const auto column : all_columns) columns_[column].append_to(bytes, std::size_t{last_docid} - first_docid_ + 1);
    append_number(bytes, short_checksum(bytes));
    return write_file(file, bytes);
}

}  // namespace palermo
