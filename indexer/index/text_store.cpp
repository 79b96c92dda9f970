// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/text_store.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/index/file_magic.hpp"

#include <utility>

namespace palermo {
namespace {

/// How many fetches may stay in memory, each with the 64 KiB that the system maps around it: all texts of a small library do.
constexpr std::uint32_t fetches_kept = 1024;

}  // namespace

TextStore::TextStore(BlockFile blocks) : blocks_(std::move(blocks)), fetched_(std::make_unique<std::atomic<std::uint32_t>>(0)) {}

Result<TextStore> TextStore::open(const std::filesystem::path& file) {
    auto blocks = BlockFile::open(file, file_magic::texts);
    if (!blocks) return blocks.error();
    return TextStore(std::move(*blocks));
}

/// Texts are read from all over the file, which is most of the index: what was read long ago must not stay in memory.
void TextStore::count_fetch() const { blocks_.let_go_after(++*fetched_, fetches_kept); }

std::uint32_t TextStore::block_of(std::uint32_t docid, std::uint32_t block) const { return blocks_.part_of(docid).first_block + block; }

Result<std::string> TextStore::text(std::uint32_t docid, const TextLocation& location) const {
    Unpacker unpacker;
    return text(docid, location, unpacker);
}

Result<std::string> TextStore::text(std::uint32_t docid, const TextLocation& location, Unpacker& unpacker) const {
    count_fetch();
    const auto plain = blocks_.block(block_of(docid, location.block), unpacker);
    if (!plain) return plain.error();
    if (location.begin > plain->size() || location.size > plain->size() - location.begin) return blocks_.damaged();
    return std::string(plain->substr(location.begin, location.size));
}

Result<std::string> TextStore::source(std::uint32_t docid, const TextLocation& location, std::string_view checksum,
                                      Unpacker& unpacker) const {
    auto bytes = text(docid, location, unpacker);
    if (bytes && checksum_of(*bytes) != checksum) return blocks_.damaged();
    return bytes;
}

}  // namespace palermo
