// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/document_data.hpp"
#include "indexer/load/block_file_writer.hpp"

#include <cstdint>
#include <filesystem>
#include <utility>

namespace palermo {

/// Writes the data of documents that are built one after the other, without a gap in their docids.
class DocumentStoreWriter {
public:
    [[nodiscard]] static Result<DocumentStoreWriter> create(const std::filesystem::path& file, std::uint32_t first_docid);

    void add(const DocumentData& data) { blocks_.add(encode(data)); }
    void add_empty() { blocks_.add({}); }
    [[nodiscard]] Result<void> finish() { return blocks_.finish(); }

private:
    explicit DocumentStoreWriter(BlockFileWriter blocks) : blocks_(std::move(blocks)) {}

    BlockFileWriter blocks_;
};

}  // namespace palermo
