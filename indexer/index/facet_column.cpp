// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/facet_column.hpp"

#include "indexer/index/mapped_file.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace palermo {
namespace {

constexpr std::string_view magic = "PLMFACE1";

/// One facet's part of the file, as places in it.
struct Column {
    std::vector<std::string> values;
    std::size_t offsets = 0;   ///< of u32 row offsets
    std::size_t ordinals = 0;  ///< of u16 ordinals
};

/// Reads forward; every step says whether the bytes were there.
class Cursor {
public:
    explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] std::size_t position() const { return position_; }
    [[nodiscard]] bool at_end() const { return position_ == bytes_.size(); }

    bool skip(std::size_t size) {
        if (size > bytes_.size() - position_) return false;
        position_ += size;
        return true;
    }

    bool align(std::size_t alignment) { return skip((alignment - position_ % alignment) % alignment); }

    template <class Number>
    std::optional<Number> read() {
        const auto start = position_;
        if (!skip(sizeof(Number))) return std::nullopt;
        return number_at<Number>(bytes_, start);
    }

    std::optional<std::string> read_text(std::size_t size) {
        const auto start = position_;
        if (!skip(size)) return std::nullopt;
        return std::string(bytes_.substr(start, size));
    }

private:
    std::string_view bytes_;
    std::size_t position_ = 0;
};

std::optional<std::vector<std::string>> read_values(Cursor& cursor) {
    const auto count = cursor.read<std::uint32_t>();
    if (!count || *count > 0xFFFF) return std::nullopt;
    std::vector<std::string> values;
    for (std::uint32_t i = 0; i < *count; ++i) {
        const auto size = cursor.read<std::uint32_t>();
        auto text = size ? cursor.read_text(*size) : std::nullopt;
        if (!text) return std::nullopt;
        values.push_back(std::move(*text));
    }
    return values;
}

/// Rows must ascend to exactly the number of ordinals, and each ordinal must name a value.
bool is_sound(std::string_view bytes, const Column& column, std::size_t rows, std::uint32_t ordinal_count) {
    std::uint32_t previous = 0;
    for (std::size_t row = 0; row <= rows; ++row) {
        const auto offset = number_at<std::uint32_t>(bytes, column.offsets + row * 4);
        if (offset < previous || (row == 0 && offset != 0)) return false;
        previous = offset;
    }
    if (previous != ordinal_count) return false;
    for (std::size_t i = 0; i < ordinal_count; ++i) {
        if (number_at<std::uint16_t>(bytes, column.ordinals + i * 2) >= column.values.size()) return false;
    }
    return true;
}

std::optional<Column> read_column(Cursor& cursor, std::string_view bytes, std::size_t rows) {
    Column column;
    auto values = read_values(cursor);
    if (!values || !cursor.align(4)) return std::nullopt;
    column.values = std::move(*values);
    column.offsets = cursor.position();
    if (!cursor.skip((rows + 1) * 4)) return std::nullopt;
    const auto count = number_at<std::uint32_t>(bytes, column.offsets + rows * 4);
    column.ordinals = cursor.position();
    if (!cursor.skip(std::size_t{count} * 2) || !cursor.align(4)) return std::nullopt;
    if (!is_sound(bytes, column, rows, count)) return std::nullopt;
    return column;
}

}  // namespace

struct FacetColumns::Mapping {
    MappedFile file;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    PerFacet<Column> columns;
};

FacetColumns::FacetColumns(std::unique_ptr<Mapping> mapping) : mapping_(std::move(mapping)) {}
FacetColumns::FacetColumns(FacetColumns&&) noexcept = default;
FacetColumns& FacetColumns::operator=(FacetColumns&&) noexcept = default;
FacetColumns::~FacetColumns() = default;

Result<FacetColumns> FacetColumns::open(const std::filesystem::path& file) {
    auto mapped = MappedFile::open(file);
    if (!mapped) return mapped.error();
    const auto checked = checked_content(*mapped, file, magic, magic.size());
    if (!checked) return checked.error();
    const auto content = *checked;

    Cursor cursor(content);
    cursor.skip(magic.size());
    const auto first = cursor.read<std::uint32_t>();
    const auto last = cursor.read<std::uint32_t>();
    if (!first || !last || *first == 0 || *last < *first) return damaged_file(file);
    PerFacet<Column> columns;
    for (const auto facet : all_facets) {
        auto column = read_column(cursor, content, std::size_t{*last} - *first + 1);
        if (!column) return damaged_file(file);
        columns[facet] = std::move(*column);
    }
    if (!cursor.at_end()) return damaged_file(file);
    return FacetColumns(
        std::make_unique<Mapping>(Mapping{.file = std::move(*mapped), .first = *first, .last = *last, .columns = std::move(columns)}));
}

std::uint32_t FacetColumns::first_docid() const { return mapping_->first; }

std::uint32_t FacetColumns::last_docid() const { return mapping_->last; }

const std::vector<std::string>& FacetColumns::values(Facet facet) const { return mapping_->columns[facet].values; }

std::span<const std::uint16_t> FacetColumns::ordinals(Facet facet, std::uint32_t docid) const {
    const auto bytes = mapping_->file.bytes();
    const auto& column = mapping_->columns[facet];
    const auto row = column.offsets + std::size_t{docid - mapping_->first} * 4;
    const auto begin = number_at<std::uint32_t>(bytes, row);
    const auto end = number_at<std::uint32_t>(bytes, row + 4);
    // The writer aligns ordinals and the mapping starts at a page, so they can be read in place.
    const auto* ordinals = reinterpret_cast<const std::uint16_t*>(bytes.data() + column.ordinals);
    return {ordinals + begin, ordinals + end};
}

}  // namespace palermo
