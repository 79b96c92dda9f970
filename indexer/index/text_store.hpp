// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/document_data.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace palermo {

/// The texts of one segment: zstd blocks that can be fetched alone, in one mapped file. Reading twin of load/text_store_writer.
/// File: magic "PLMTEXT1", then the packed blocks, then per block {u64 offset, u32 packed size, u32 plain size}, then {u64 table offset,
/// u64 block count, u64 xxh3 of the table}; little-endian. Immutable; safe to read from many threads.
class TextStore {
public:
    [[nodiscard]] static Result<TextStore> open(const std::filesystem::path& file);

    TextStore(TextStore&&) noexcept;
    TextStore& operator=(TextStore&&) noexcept;
    ~TextStore();

    [[nodiscard]] std::uint64_t block_count() const;
    /// The whole block unpacked: a caller that wants several paragraphs of a block unpacks it once.
    [[nodiscard]] Result<std::string> block(std::uint32_t number) const;
    [[nodiscard]] Result<std::string> text(const TextLocation& location) const;

private:
    struct Mapping;
    explicit TextStore(std::unique_ptr<Mapping> mapping);
    std::unique_ptr<Mapping> mapping_;
};

}  // namespace palermo
