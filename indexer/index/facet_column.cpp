// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/facet_column.hpp"

#include "indexer/index/file_magic.hpp"
#include "indexer/index/mapped_file.hpp"
#include "indexer/index/number_width.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace palermo {
namespace {

constexpr auto magic = file_magic::facet_columns;

/// Some numbers of the file, each of 1, 2 or 4 bytes.
struct Numbers {
    const char* first = nullptr;
    std::size_t count = 0;
    unsigned width = 1;

    /// Calls `visit` with them as a span of the type that they have. The writer aligns them and the mapping starts at a page, so they can
    /// be read in place.
    template <class Visit>
    decltype(auto) visit(Visit visitor) const {
        if (width == 1) return visitor(std::span(reinterpret_cast<const std::uint8_t*>(first), count));
        if (width == 2) return visitor(std::span(reinterpret_cast<const std::uint16_t*>(first), count));
        return visitor(std::span(reinterpret_cast<const std::uint32_t*>(first), count));
    }

    [[nodiscard]] std::uint32_t operator[](std::size_t i) const {
        return visit([i](auto numbers) { return static_cast<std::uint32_t>(numbers[i]); });
    }
    [[nodiscard]] bool are_below(std::size_t limit) const {
        return count == 0 || visit([limit](auto numbers) { return std::ranges::max(numbers) < limit; });
    }
    [[nodiscard]] bool ascend() const {
        return visit([](auto numbers) { return std::ranges::is_sorted(numbers); });
    }
};

/// One column's part of the file.
struct StoredColumn {
    std::vector<std::string> values;
    bool is_single = true;  ///< set n is value n - 1 alone, and no set is written down
    Numbers set_ends;       ///< of set n its end among the ordinals, from set 0 on
    Numbers ordinals;
    Numbers sets;  ///< of the rows

    [[nodiscard]] std::uint32_t set_count() const { return static_cast<std::uint32_t>(is_single ? values.size() + 1 : set_ends.count); }
};

/// Reads forward; every step says whether the bytes were there.
class Cursor {
public:
    explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] bool at_end() const { return position_ == bytes_.size(); }

    bool skip(std::size_t size) {
        if (size > bytes_.size() - position_) return false;
        position_ += size;
        return true;
    }

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

    /// From the next multiple of four on.
    bool read_numbers(Numbers& numbers, std::size_t count, unsigned width) {
        if (!skip((4 - position_ % 4) % 4)) return false;
        numbers = {.first = bytes_.data() + position_, .count = count, .width = width};
        return skip(count * width);
    }

private:
    std::string_view bytes_;
    std::size_t position_ = 0;
};

bool read_values(Cursor& cursor, StoredColumn& column) {
    const auto count = cursor.read<std::uint32_t>();
    for (std::uint32_t i = 0; count && i < *count; ++i) {
        const auto size = cursor.read<std::uint32_t>();
        auto text = size ? cursor.read_text(*size) : std::nullopt;
        if (!text) return false;
        column.values.push_back(std::move(*text));
    }
    return count.has_value();
}

bool read_sets(Cursor& cursor, StoredColumn& column) {
    const auto count = cursor.read<std::uint32_t>();
    if (!count) return false;
    column.is_single = *count == 0;
    if (column.is_single) return true;
    if (!cursor.read_numbers(column.set_ends, *count, 4) || !column.set_ends.ascend() || column.set_ends[0] != 0) return false;
    const auto ordinals = column.set_ends[*count - 1];
    return cursor.read_numbers(column.ordinals, ordinals, width_for(column.values.size())) &&
           column.ordinals.are_below(column.values.size());
}

std::optional<StoredColumn> read_column(Cursor& cursor, std::size_t rows) {
    StoredColumn column;
    if (!read_values(cursor, column) || !read_sets(cursor, column)) return std::nullopt;
    const auto sets = column.set_count();
    if (!cursor.read_numbers(column.sets, rows, width_for(sets)) || !column.sets.are_below(sets)) return std::nullopt;
    return column;
}

}  // namespace

void SetTable::add(std::span<const std::uint32_t> numbers) {
    numbers_.insert(numbers_.end(), numbers.begin(), numbers.end());
    ends_.push_back(static_cast<std::uint32_t>(numbers_.size()));
}

std::vector<std::uint8_t> SetTable::holders(std::uint32_t number) const {
    std::vector<std::uint8_t> holders(ends_.size());
    std::size_t set = 0;
    for (auto found = std::ranges::find(numbers_, number); found != numbers_.end(); found = std::find(found + 1, numbers_.end(), number)) {
        while (ends_[set] <= static_cast<std::uint32_t>(found - numbers_.begin())) ++set;
        holders[set] = 1;
    }
    return holders;
}

struct FacetColumns::Mapping {
    MappedFile file;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    PerColumn<StoredColumn> columns;
};

FacetColumns::FacetColumns(std::unique_ptr<Mapping> mapping) : mapping_(std::move(mapping)) {}
FacetColumns::FacetColumns(FacetColumns&&) noexcept = default;
FacetColumns& FacetColumns::operator=(FacetColumns&&) noexcept = default;
FacetColumns::~FacetColumns() = default;

Result<FacetColumns> FacetColumns::open(const std::filesystem::path& file) {
    auto mapped = MappedFile::open(file);
    if (!mapped) return mapped.error();
    const auto content = checked_content(*mapped, file, magic, magic.size());
    if (!content) return content.error();

    Cursor cursor(*content);
    cursor.skip(magic.size());
    const auto first = cursor.read<std::uint32_t>();
    const auto last = cursor.read<std::uint32_t>();
    if (!first || !last || *first == 0 || *last < *first) return damaged_file(file);
    PerColumn<StoredColumn> columns;
    for (const auto column : all_columns) {
        auto stored = read_column(cursor, std::size_t{*last} - *first + 1);
        if (!stored) return damaged_file(file);
        columns[column] = std::move(*stored);
    }
    if (!cursor.at_end()) return damaged_file(file);
    return FacetColumns(
        std::make_unique<Mapping>(Mapping{.file = std::move(*mapped), .first = *first, .last = *last, .columns = std::move(columns)}));
}

std::uint32_t FacetColumns::first_docid() const { return mapping_->first; }

std::uint32_t FacetColumns::last_docid() const { return mapping_->last; }

std::size_t FacetColumns::bytes() const { return mapping_->file.bytes().size(); }

const std::vector<std::string>& FacetColumns::values(Column column) const { return mapping_->columns[column].values; }

std::uint32_t FacetColumns::set_count(Column column) const { return mapping_->columns[column].set_count(); }

std::vector<std::uint32_t> FacetColumns::set(Column column, std::uint32_t number) const {
    const auto& stored = mapping_->columns[column];
    if (number == 0) return {};
    if (stored.is_single) return {number - 1};
    std::vector<std::uint32_t> ordinals;
    for (auto i = stored.set_ends[number - 1]; i < stored.set_ends[number]; ++i) ordinals.push_back(stored.ordinals[i]);
    return ordinals;
}

SetTable FacetColumns::sets(Column column) const {
    const auto& stored = mapping_->columns[column];
    const auto all_of = [](const Numbers& numbers) {
        return numbers.visit([](auto each) { return std::vector<std::uint32_t>(each.begin(), each.end()); });
    };
    if (!stored.is_single) return {all_of(stored.set_ends), all_of(stored.ordinals)};
    std::vector<std::uint32_t> ends(stored.set_count());
    std::iota(ends.begin(), ends.end(), 0U);
    std::vector<std::uint32_t> ordinals(stored.values.size());
    std::iota(ordinals.begin(), ordinals.end(), 0U);
    return {std::move(ends), std::move(ordinals)};
}

std::uint32_t FacetColumns::set_of(Column column, std::uint32_t docid) const {
    return mapping_->columns[column].sets[docid - mapping_->first];
}

std::vector<std::string> FacetColumns::texts(Column column, std::uint32_t docid) const {
    std::vector<std::string> texts;
    for (const auto ordinal : ordinals(column, docid)) texts.push_back(values(column)[ordinal]);
    return texts;
}

void FacetColumns::count_sets(Column column, std::span<const std::uint32_t> rows, std::span<std::uint32_t> counts) const {
    mapping_->columns[column].sets.visit([&](auto sets) {
        for (const auto row : rows) ++counts[sets[row]];
    });
}

void FacetColumns::read_sets(Column column, std::span<const std::uint32_t> rows, std::span<std::uint32_t> numbers) const {
    mapping_->columns[column].sets.visit([&](auto sets) {
        for (std::size_t i = 0; i < rows.size(); ++i) numbers[i] = sets[rows[i]];
    });
}

RowBitmap FacetColumns::rows_with(Column column, std::span<const std::uint8_t> wanted) const {
    RowBitmap found(rows());
    mapping_->columns[column].sets.visit([&](auto sets) { found.fill([&](std::size_t row) { return wanted[sets[row]]; }); });
    return found;
}

}  // namespace palermo
