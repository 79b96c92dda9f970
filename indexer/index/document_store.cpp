// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/document_store.hpp"
#include "indexer/index/file_magic.hpp"

#include <utility>

namespace palermo {

Result<DocumentStore> DocumentStore::open(const std::filesystem::path& file) {
    auto blocks = BlockFile::open(file, file_magic::documents);
    if (!blocks) return blocks.error();
    return DocumentStore(std::move(*blocks));
}

std::optional<std::uint32_t> DocumentStore::block_of(std::uint32_t docid) const {
    const auto part = blocks_.part_of(docid);
    const auto number = part.first_block + (docid - part.first_docid);
    if (docid < part.first_docid || number >= part.end_block) return std::nullopt;
    return number;
}

bool DocumentStore::has(std::uint32_t docid) const {
    const auto number = block_of(docid);
    return number && blocks_.plain_size(*number) > 0;
}

Result<DocumentData> DocumentStore::data(std::uint32_t docid, Unpacker& unpacker) const {
    const auto number = block_of(docid);
    if (!number) return blocks_.damaged();
    const auto plain = blocks_.block(*number, unpacker);
    if (!plain) return plain.error();
    auto data = decode_document_data(*plain);
    if (!data) return blocks_.damaged();
    return std::move(*data);
}

}  // namespace palermo
