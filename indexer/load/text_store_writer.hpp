// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/document_data.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// Writes the texts of one segment as zstd blocks; writing twin of index/text_store, which describes the file.
class TextStoreWriter {
public:
    /// Short texts share a block of about this many bytes; a longer one has its own.
    static constexpr std::size_t block_size = std::size_t{8} * 1024;

    TextStoreWriter();

    /// Where the text will be found.
    [[nodiscard]] TextLocation add(std::string_view text);

    /// Writes and fsyncs the file.
    [[nodiscard]] Result<void> finish(const std::filesystem::path& file);

private:
    struct Row {
        std::uint64_t offset;
        std::uint32_t packed_size;
        std::uint32_t plain_size;
    };

    void close_block();

    std::string packed_;
    std::string open_block_;
    std::vector<Row> table_;
};

}  // namespace palermo
