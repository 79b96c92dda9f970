// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/document_data.hpp"
#include "indexer/index/text_store.hpp"
#include "indexer/load/output_file.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_CCtx_s;

namespace palermo {

/// Writes the blocks and rows of a text store to a file as they come; index/text_store describes the bytes.
class TextBlockWriter {
public:
    [[nodiscard]] static Result<TextBlockWriter> create(const std::filesystem::path& file);

    /// The blocks that follow are those of the documents from `first_docid` on.
    void begin_part(std::uint32_t first_docid);
    void add_packed(std::string_view packed, std::uint32_t plain_size);
    void add_plain(std::string_view plain);
    [[nodiscard]] Result<void> finish();

private:
    struct Row {
        std::uint64_t offset;
        std::uint32_t packed_size;
        std::uint32_t plain_size;
    };

    struct Free {
        void operator()(ZSTD_CCtx_s* context) const;
    };

    explicit TextBlockWriter(OutputFile file);

    OutputFile file_;
    std::uint64_t offset_ = 0;
    std::unique_ptr<ZSTD_CCtx_s, Free> context_;  ///< kept from block to block: half a megabyte
    std::string packed_;
    std::vector<Row> rows_;
    std::vector<TextPart> parts_;
};

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
    explicit TextStoreWriter(TextBlockWriter blocks) : blocks_(std::move(blocks)) {}
    void close_block();

    TextBlockWriter blocks_;
    std::string open_block_;
    std::uint32_t closed_blocks_ = 0;
};

}  // namespace palermo
