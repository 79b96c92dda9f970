// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/document_store_writer.hpp"

#include "indexer/index/document_store.hpp"
#include "indexer/index/file_magic.hpp"

namespace palermo {

Result<DocumentStoreWriter> DocumentStoreWriter::create(const std::filesystem::path& file, std::uint32_t first_docid) {
    auto blocks = BlockFileWriter::create(file, file_magic::documents);
    if (!blocks) return blocks.error();
    blocks->begin_part(first_docid);
    return DocumentStoreWriter(std::move(*blocks));
}

}  // namespace palermo
