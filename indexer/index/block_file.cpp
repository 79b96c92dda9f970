// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/block_file.hpp"

#include "corpus/source_text.hpp"
#include "indexer/index/checksum.hpp"

#include <utility>

namespace palermo {
namespace {

constexpr std::size_t magic_size = 8;
constexpr std::size_t footer_size = 32;
constexpr std::size_t block_row_size = 16;
constexpr std::size_t part_row_size = 8;
/// No block is larger than a record can be; a larger size is damage, not a reason to ask for memory.
constexpr std::uint32_t max_plain_size = max_record_bytes;

}  // namespace

BlockFile::BlockFile(std::filesystem::path path, MappedFile file, std::uint64_t rows, std::uint64_t blocks, std::uint64_t parts)
    : path_(std::move(path)), file_(std::move(file)), rows_(rows), blocks_(blocks), parts_(parts) {}

Result<BlockFile> BlockFile::open(const std::filesystem::path& file, std::string_view magic) {
    auto mapped = MappedFile::open(file);
    if (!mapped) return mapped.error();
    const auto bytes = mapped->bytes();
    if (bytes.size() < magic_size + footer_size || !bytes.starts_with(magic)) return damaged_file(file);
    const auto footer = bytes.size() - footer_size;
    const auto rows = number_at<std::uint64_t>(bytes, footer);
    const auto blocks = number_at<std::uint64_t>(bytes, footer + 8);
    const auto parts = number_at<std::uint64_t>(bytes, footer + 16);
    if (rows < magic_size || rows > footer || parts == 0) return damaged_file(file);
    const auto size = footer - rows;
    if (blocks > size / block_row_size || parts > size / part_row_size || blocks * block_row_size + parts * part_row_size != size)
        return damaged_file(file);
    if (short_checksum(bytes.substr(rows, size)) != number_at<std::uint64_t>(bytes, footer + 24)) return damaged_file(file);
    return BlockFile(file, std::move(*mapped), rows, blocks, parts);
}

std::uint64_t BlockFile::block_row(std::uint32_t number) const { return rows_ + number * block_row_size; }

BlockPart BlockFile::part(std::uint64_t number) const {
    const auto row = rows_ + blocks_ * block_row_size + number * part_row_size;
    const auto at = [&](std::size_t offset) { return number_at<std::uint32_t>(file_.bytes(), row + offset); };
    return {.first_docid = at(0), .first_block = at(4), .end_block = number + 1 < parts_ ? at(part_row_size + 4) : block_count()};
}

std::vector<BlockPart> BlockFile::parts() const {
    std::vector<BlockPart> all;
    for (std::uint64_t number = 0; number < parts_; ++number) all.push_back(part(number));
    return all;
}

BlockPart BlockFile::part_of(std::uint32_t docid) const {
    std::uint64_t begin = 0;
    for (auto size = parts_; size > 1;) {
        const auto half = size / 2;
        if (part(begin + half).first_docid <= docid) begin += half;
        size -= half;
    }
    return part(begin);
}

std::uint32_t BlockFile::plain_size(std::uint32_t number) const {
    return number < blocks_ ? number_at<std::uint32_t>(file_.bytes(), block_row(number) + 12) : 0;
}

Result<std::string_view> BlockFile::packed(std::uint32_t number) const {
    if (number >= blocks_) return damaged();
    const auto row = block_row(number);
    const auto offset = number_at<std::uint64_t>(file_.bytes(), row);
    const auto size = number_at<std::uint32_t>(file_.bytes(), row + 8);
    if (offset > rows_ || size > rows_ - offset || plain_size(number) > max_plain_size) return damaged();
    return file_.bytes().substr(offset, size);
}

Result<std::string_view> BlockFile::block(std::uint32_t number, Unpacker& unpacker) const {
    const auto packed = this->packed(number);
    if (!packed) return packed.error();
    const auto plain = unpacker.unpack(*packed, plain_size(number));
    if (!plain) return damaged();
    return *plain;
}

}  // namespace palermo
