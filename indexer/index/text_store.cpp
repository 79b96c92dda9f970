// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/text_store.hpp"

#include "corpus/source_text.hpp"
#include "indexer/index/checksum.hpp"
#include "indexer/index/mapped_file.hpp"

#include <atomic>
#include <utility>

namespace palermo {
namespace {

constexpr std::string_view magic = "PLMTEXT2";
constexpr std::size_t footer_size = 32;
constexpr std::size_t block_row_size = 16;
constexpr std::size_t part_row_size = 8;
/// No block is larger than a record can be; a larger size is damage, not a reason to ask for memory.
constexpr std::uint32_t max_plain_size = max_record_bytes;
/// Each brings at least the 64 KiB into memory that Linux reads around a place.
constexpr std::uint32_t fetches_kept = 128;

}  // namespace

struct TextStore::Mapping {
    std::filesystem::path path;
    MappedFile file;
    std::uint64_t rows = 0;
    std::uint64_t blocks = 0;
    std::uint64_t parts = 0;
    mutable std::atomic<std::uint32_t> fetched = 0;

    /// Texts are read from all over the file, which is most of the index: what was read long ago must not stay in memory.
    void count_fetch() const {
        if (++fetched % fetches_kept == 0) file.let_go();
    }

    [[nodiscard]] std::uint64_t block_row(std::uint32_t number) const { return rows + number * block_row_size; }
    [[nodiscard]] TextPart part(std::uint64_t number) const {
        const auto row = rows + blocks * block_row_size + number * part_row_size;
        return {number_at<std::uint32_t>(file.bytes(), row), number_at<std::uint32_t>(file.bytes(), row + 4)};
    }
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
    const auto rows = number_at<std::uint64_t>(bytes, footer);
    const auto blocks = number_at<std::uint64_t>(bytes, footer + 8);
    const auto parts = number_at<std::uint64_t>(bytes, footer + 16);
    if (rows < magic.size() || rows > footer || parts == 0) return damaged_file(file);
    const auto size = footer - rows;
    if (blocks > size / block_row_size || parts > size / part_row_size || blocks * block_row_size + parts * part_row_size != size)
        return damaged_file(file);
    if (short_checksum(bytes.substr(rows, size)) != number_at<std::uint64_t>(bytes, footer + 24)) return damaged_file(file);
    return TextStore(std::unique_ptr<Mapping>(
        new Mapping{.path = file, .file = std::move(*mapped), .rows = rows, .blocks = blocks, .parts = parts, .fetched = 0}));
}

std::uint32_t TextStore::block_count() const { return static_cast<std::uint32_t>(mapping_->blocks); }

std::vector<TextPart> TextStore::parts() const {
    std::vector<TextPart> all;
    for (std::uint64_t number = 0; number < mapping_->parts; ++number) all.push_back(mapping_->part(number));
    return all;
}

std::uint32_t TextStore::block_of(std::uint32_t docid, std::uint32_t block) const {
    // The last part that begins at or before the document.
    std::uint64_t begin = 0;
    for (auto size = mapping_->parts; size > 1;) {
        const auto half = size / 2;
        if (mapping_->part(begin + half).first_docid <= docid) begin += half;
        size -= half;
    }
    return mapping_->part(begin).first_block + block;
}

std::uint32_t TextStore::plain_size(std::uint32_t number) const {
    return number_at<std::uint32_t>(mapping_->file.bytes(), mapping_->block_row(number) + 12);
}

Result<std::string_view> TextStore::packed(std::uint32_t number) const {
    const auto bytes = mapping_->file.bytes();
    if (number >= mapping_->blocks) return damaged_file(mapping_->path);
    const auto row = mapping_->block_row(number);
    const auto offset = number_at<std::uint64_t>(bytes, row);
    const auto size = number_at<std::uint32_t>(bytes, row + 8);
    if (offset > mapping_->rows || size > mapping_->rows - offset || plain_size(number) > max_plain_size)
        return damaged_file(mapping_->path);
    mapping_->count_fetch();
    return bytes.substr(offset, size);
}

Result<std::string_view> TextStore::unpacked(std::uint32_t number, Unpacker& unpacker) const {
    const auto packed = this->packed(number);
    if (!packed) return packed.error();
    const auto plain = unpacker.unpack(*packed, plain_size(number));
    if (!plain) return damaged_file(mapping_->path);
    return *plain;
}

Result<std::string> TextStore::block(std::uint32_t number) const {
    Unpacker unpacker;
    const auto plain = unpacked(number, unpacker);
    if (!plain) return plain.error();
    return std::string(*plain);
}

Result<std::string> TextStore::text(std::uint32_t docid, const TextLocation& location) const {
    Unpacker unpacker;
    return text(docid, location, unpacker);
}

Result<std::string> TextStore::text(std::uint32_t docid, const TextLocation& location, Unpacker& unpacker) const {
    const auto plain = unpacked(block_of(docid, location.block), unpacker);
    if (!plain) return plain.error();
    if (location.begin > plain->size() || location.size > plain->size() - location.begin) return damaged_file(mapping_->path);
    return std::string(plain->substr(location.begin, location.size));
}

Result<std::string> TextStore::source(std::uint32_t docid, const TextLocation& location, std::string_view checksum,
                                      Unpacker& unpacker) const {
    auto bytes = text(docid, location, unpacker);
    if (bytes && checksum_of(*bytes) != checksum) return damaged_file(mapping_->path);
    return bytes;
}

}  // namespace palermo
