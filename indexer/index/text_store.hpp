// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/block_file.hpp"
#include "indexer/index/document_data.hpp"
#include "indexer/index/unpacker.hpp"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace palermo {

/// The texts of one segment, in a block file: those of a document lie in the blocks of its part. Reading twin of load/text_store_writer.
/// Immutable; safe to read from many threads.
class TextStore {
public:
    [[nodiscard]] static Result<TextStore> open(const std::filesystem::path& file);

    [[nodiscard]] Result<std::string> text(std::uint32_t docid, const TextLocation& location) const;
    /// The same, for those who fetch many.
    [[nodiscard]] Result<std::string> text(std::uint32_t docid, const TextLocation& location, Unpacker& unpacker) const;

    /// A record as it was loaded: an error when the bytes no longer have its checksum. A packed block that has decayed can be unpacked all
    /// the same, to something else.
    [[nodiscard]] Result<std::string> source(std::uint32_t docid, const TextLocation& location, std::string_view checksum,
                                             Unpacker& unpacker) const;

    /// The number, among blocks(), of a block that a location of `docid` counts as `block`.
    [[nodiscard]] std::uint32_t block_of(std::uint32_t docid, std::uint32_t block) const;
    [[nodiscard]] const BlockFile& blocks() const { return blocks_; }

private:
    explicit TextStore(BlockFile blocks);
    void count_fetch() const;

    BlockFile blocks_;
    std::unique_ptr<std::atomic<std::uint32_t>> fetched_;
};

}  // namespace palermo
