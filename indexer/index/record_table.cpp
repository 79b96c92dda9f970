// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/record_table.hpp"

#include "indexer/index/file_magic.hpp"
#include "indexer/index/mapped_file.hpp"

#include <utility>

namespace palermo {
namespace {

constexpr auto magic = file_magic::record_table;
constexpr std::size_t header_size = 20;
constexpr std::size_t row_size = 32;
constexpr std::size_t key_size = 12;

/// The first number in [0, size) for which `is_before` is false.
template <class IsBefore>
std::uint32_t first_not(std::uint32_t size, IsBefore is_before) {
    std::uint32_t begin = 0;
    while (size > 0) {
        const auto half = size / 2;
        if (is_before(begin + half)) {
            begin += half + 1;
            size -= half + 1;
        } else {
            size = half;
        }
    }
    return begin;
}

}  // namespace

struct RecordTable::Mapping {
    MappedFile file;
    std::uint32_t rows = 0;
    std::uint32_t keys = 0;
    std::size_t texts = 0;

    [[nodiscard]] std::uint32_t number(std::size_t offset) const { return number_at<std::uint32_t>(file.bytes(), offset); }
    [[nodiscard]] std::string_view text(std::size_t offset) const {
        return file.bytes().substr(texts + number(offset), number(offset + 4));
    }
    [[nodiscard]] std::size_t key_offset(std::uint32_t i) const { return header_size + rows * row_size + i * key_size; }
};

RecordTable::RecordTable(std::unique_ptr<Mapping> mapping) : mapping_(std::move(mapping)) {}
RecordTable::RecordTable(RecordTable&&) noexcept = default;
RecordTable& RecordTable::operator=(RecordTable&&) noexcept = default;
RecordTable::~RecordTable() = default;

Result<RecordTable> RecordTable::open(const std::filesystem::path& file) {
    auto mapped = MappedFile::open(file);
    if (!mapped) return mapped.error();
    const auto checked = checked_content(*mapped, file, magic, header_size);
    if (!checked) return checked.error();
    const auto content = *checked;
    const auto rows = number_at<std::uint32_t>(content, magic.size());
    const auto keys = number_at<std::uint32_t>(content, magic.size() + 4);
    const auto texts = header_size + rows * row_size + keys * key_size;
    const auto texts_size = number_at<std::uint32_t>(content, magic.size() + 8);
    if (texts + texts_size != content.size()) return damaged_file(file);
    for (std::uint32_t i = 0; i < rows; ++i) {
        for (const std::size_t pair : {0U, 8U}) {
            const auto begin = number_at<std::uint32_t>(content, header_size + i * row_size + pair);
            const auto size = number_at<std::uint32_t>(content, header_size + i * row_size + pair + 4);
            if (begin > texts_size || size > texts_size - begin) return damaged_file(file);
        }
    }
    return RecordTable(std::make_unique<Mapping>(Mapping{.file = std::move(*mapped), .rows = rows, .keys = keys, .texts = texts}));
}

void RecordTable::let_go() const { mapping_->file.let_go(); }

std::uint32_t RecordTable::size() const { return mapping_->rows; }

RecordRow RecordTable::at(std::uint32_t position) const {
    const auto row = header_size + position * row_size;
    return {.id = mapping_->text(row),
            .checksum = mapping_->text(row + 8),
            .docid = mapping_->number(row + 16),
            .xml = {.block = mapping_->number(row + 20), .begin = mapping_->number(row + 24), .size = mapping_->number(row + 28)}};
}

std::vector<std::uint32_t> RecordTable::find(std::string_view id) const {
    std::vector<std::uint32_t> found;
    for (auto i = first_not(size(), [&](std::uint32_t row) { return at(row).id < id; }); i < size() && at(i).id == id; ++i)
        found.push_back(i);
    return found;
}

std::uint32_t RecordTable::key_count() const { return mapping_->keys; }

RecordTable::KeyOfRow RecordTable::key_at(std::uint32_t number) const {
    const auto offset = mapping_->key_offset(number);
    return {.key = number_at<std::uint64_t>(mapping_->file.bytes(), offset), .position = mapping_->number(offset + 8)};
}

std::vector<std::uint32_t> RecordTable::with_key(std::uint64_t key) const {
    std::vector<std::uint32_t> found;
    for (auto i = first_not(key_count(), [&](std::uint32_t number) { return key_at(number).key < key; });
         i < key_count() && key_at(i).key == key; ++i)
        found.push_back(key_at(i).position);
    return found;
}

}  // namespace palermo
