// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/block_file.hpp"
#include "indexer/load/output_file.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_CCtx_s;

namespace palermo {

/// Writes blocks and rows to a file as they come; index/block_file describes the bytes.
class BlockFileWriter {
public:
    [[nodiscard]] static Result<BlockFileWriter> create(const std::filesystem::path& file, std::string_view magic);

    /// The blocks that follow are those of the documents from `first_docid` on.
    void begin_part(std::uint32_t first_docid);
    void add(std::string_view plain);
    /// What shall stand in another file's block instead of what stands there; nothing to keep it.
    using Replacement = std::function<Result<std::optional<std::string>>(std::uint32_t number)>;
    /// All parts and blocks of another file, those without a replacement as they are packed there.
    [[nodiscard]] Result<void> add_all(const BlockFile& from, const Replacement& replacement);
    [[nodiscard]] Result<void> finish();

private:
    struct Row {
        std::uint64_t offset;
        std::uint32_t packed_size;
        std::uint32_t plain_size;
    };

    struct Part {
        std::uint32_t first_docid;
        std::uint32_t first_block;
    };

    struct Free {
        void operator()(ZSTD_CCtx_s* context) const;
    };

    BlockFileWriter(OutputFile file, std::string_view magic);
    void add_packed(std::string_view packed, std::uint32_t plain_size);

    OutputFile file_;
    std::uint64_t offset_ = 0;
    std::unique_ptr<ZSTD_CCtx_s, Free> context_;  ///< kept from block to block: half a megabyte
    std::string packed_;
    std::vector<Row> rows_;
    std::vector<Part> parts_;
};

}  // namespace palermo
