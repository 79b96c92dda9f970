// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/document_data.hpp"
#include "indexer/load/block_file_writer.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace palermo {

/// Writes the texts of documents that are built one after the other.
class TextStoreWriter {
public:
    /// Short texts share a block of about this many bytes; a longer one has its own.
    static constexpr std::size_t block_size = std::size_t{16} * 1024;

    [[nodiscard]] static Result<TextStoreWriter> create(const std::filesystem::path& file, std::uint32_t first_docid);

    /// Where the text will be found.
    [[nodiscard]] TextLocation add(std::string_view text);
    [[nodiscard]] Result<void> finish();

private:
    explicit TextStoreWriter(BlockFileWriter blocks) : blocks_(std::move(blocks)) {}
    void close_block();

    BlockFileWriter blocks_;
    std::string open_block_;
    std::uint32_t closed_blocks_ = 0;
};

}  // namespace palermo
