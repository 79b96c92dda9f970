// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/text_store.hpp"

#include "corpus/source_text.hpp"
#include "indexer/index/checksum.hpp"
#include "indexer/index/mapped_file.hpp"

#include <zstd.h>

#include <utility>

namespace palermo {
namespace {

constexpr std::string_view magic = "PLMTEXT1";
constexpr std::size_t footer_size = 24;
constexpr std::size_t row_size = 16;
/// No block is larger than a record can be; a larger size is damage, not a reason to ask for memory.
constexpr std::uint32_t max_plain_size = max_record_bytes;

}  // namespace

struct TextStore::Mapping {
    std::filesystem::path path;
    MappedFile file;
    std::uint64_t table = 0;
    std::uint64_t blocks = 0;
};

TextStore::TextStore(std::unique_ptr<Mapping> mapping) : mapping_(std::move(mapping)) {}
TextStore::TextStore(TextStore&&) noexcept = default;
TextStore& TextStore::operator=(TextStore&&) noexcept = default;
TextStore::~TextStore() = default;

Result<TextStore> TextStore::open(const std::filesystem::path& file) {
    auto mapped = MappedFile::open(file);
    if (!mapped) return mapped.error();
    const auto bytes = mapped->bytes();
    if (bytes.size() < magic.size() + footer_size || !bytes.starts_with(magic)) return damaged_file(file);
    const auto footer = bytes.size() - footer_size;
    const auto table = number_at<std::uint64_t>(bytes, footer);
    const auto blocks = number_at<std::uint64_t>(bytes, footer + 8);
    if (table < magic.size() || table > footer || blocks != (footer - table) / row_size || (footer - table) % row_size != 0)
        return damaged_file(file);
    if (short_checksum(bytes.substr(table, footer - table)) != number_at<std::uint64_t>(bytes, footer + 16)) return damaged_file(file);
    return TextStore(std::make_unique<Mapping>(Mapping{.path = file, .file = std::move(*mapped), .table = table, .blocks = blocks}));
}

std::uint64_t TextStore::block_count() const { return mapping_->blocks; }

Result<std::string> TextStore::block(std::uint32_t number) const {
    const auto bytes = mapping_->file.bytes();
    if (number >= mapping_->blocks) return damaged_file(mapping_->path);
    const auto row = mapping_->table + number * row_size;
    const auto offset = number_at<std::uint64_t>(bytes, row);
    const auto packed_size = number_at<std::uint32_t>(bytes, row + 8);
    const auto plain_size = number_at<std::uint32_t>(bytes, row + 12);
    if (offset > mapping_->table || packed_size > mapping_->table - offset || plain_size > max_plain_size)
        return damaged_file(mapping_->path);
    std::string plain(plain_size, '\0');
    const auto unpacked = ZSTD_decompress(plain.data(), plain.size(), bytes.data() + offset, packed_size);
    if (ZSTD_isError(unpacked) != 0U || unpacked != plain_size) return damaged_file(mapping_->path);
    return plain;
}

Result<std::string> TextStore::text(const TextLocation& location) const {
    auto plain = block(location.block);
    if (!plain) return plain;
    if (location.begin > plain->size() || location.size > plain->size() - location.begin) return damaged_file(mapping_->path);
    return plain->substr(location.begin, location.size);
}

}  // namespace palermo
