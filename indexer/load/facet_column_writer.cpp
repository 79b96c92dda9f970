// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/facet_column_writer.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/load/append_number.hpp"
#include "indexer/load/output_file.hpp"

#include <limits>
#include <stdexcept>

namespace palermo {
namespace {

template <class Number>
void append_all(std::string& bytes, const std::vector<Number>& numbers) {
    bytes.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number));
}

void align(std::string& bytes) { bytes.append((4 - bytes.size() % 4) % 4, '\0'); }

}  // namespace

std::uint16_t FacetColumnWriter::Column::ordinal(const std::string& value) {
    const auto known = ordinal_of.find(value);
    if (known != ordinal_of.end()) return known->second;
    if (values.size() == std::numeric_limits<std::uint16_t>::max()) throw std::length_error("a facet with more than 65,535 values");
    const auto next = static_cast<std::uint16_t>(values.size());
    ordinal_of.emplace(value, next);
    values.push_back(value);
    return next;
}

void FacetColumnWriter::add(std::uint32_t docid, const PerFacet<std::vector<std::string>>& values) {
    const auto row = std::size_t{docid} - first_docid_;
    for (const auto facet : all_facets) {
        auto& column = columns_[facet];
        if (column.offsets.size() > row + 1) throw std::logic_error("facet rows must come in ascending docids");
        column.fill_rows(row);
        for (const auto& value : values[facet]) column.ordinals.push_back(column.ordinal(value));
        column.fill_rows(row + 1);
    }
}

Result<void> FacetColumnWriter::finish(const std::filesystem::path& file, std::uint32_t last_docid) {
    std::string bytes = "PLMFACE1";
    append_number(bytes, first_docid_);
    append_number(bytes, last_docid);
    for (const auto facet : all_facets) {
        auto& column = columns_[facet];
        column.fill_rows(std::size_t{last_docid} - first_docid_ + 1);
        append_number(bytes, static_cast<std::uint32_t>(column.values.size()));
        for (const auto& value : column.values) {
            append_number(bytes, static_cast<std::uint32_t>(value.size()));
            bytes += value;
        }
        align(bytes);
        append_all(bytes, column.offsets);
        append_all(bytes, column.ordinals);
        align(bytes);
    }
    append_number(bytes, short_checksum(bytes));
    return write_file(file, bytes);
}

}  // namespace palermo
