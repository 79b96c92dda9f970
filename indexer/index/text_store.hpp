// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/document_data.hpp"
#include "indexer/index/unpacker.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// Where the blocks of the documents from `first_docid` on begin: their TextLocations count blocks from there. So stores are joined by
/// putting them one behind the other, and no document has to be touched.
struct TextPart {
    std::uint32_t first_docid = 0;
    std::uint32_t first_block = 0;
};

/// The texts of one segment: zstd blocks that can be fetched alone, in one mapped file. Reading twin of load/text_store_writer.
/// File: magic "PLMTEXT2", then the packed blocks; then for each block {u64 offset, u32 packed size, u32 plain size}; then for each part,
/// by docid, {u32 first docid, u32 first block}; then {u64 offset of the first row, u64 number of blocks, u64 of parts, u64 xxh3 of the
/// rows}; little-endian. Immutable; safe to read from many threads.
class TextStore {
public:
    [[nodiscard]] static Result<TextStore> open(const std::filesystem::path& file);

    TextStore(TextStore&&) noexcept;
    TextStore& operator=(TextStore&&) noexcept;
    ~TextStore();

    [[nodiscard]] Result<std::string> text(std::uint32_t docid, const TextLocation& location) const;
    /// The same, for those who fetch many.
    [[nodiscard]] Result<std::string> text(std::uint32_t docid, const TextLocation& location, Unpacker& unpacker) const;

    /// A record as it was loaded: an error when the bytes no longer have its checksum. A packed block that has decayed can be unpacked all
    /// the same, to something else.
    [[nodiscard]] Result<std::string> source(std::uint32_t docid, const TextLocation& location, std::string_view checksum,
                                             Unpacker& unpacker) const;

    // For those who join or scrub stores.
    [[nodiscard]] std::uint32_t block_count() const;
    [[nodiscard]] std::vector<TextPart> parts() const;
    /// The number, in this store, of a block that a location of `docid` counts as `block`.
    [[nodiscard]] std::uint32_t block_of(std::uint32_t docid, std::uint32_t block) const;
    [[nodiscard]] Result<std::string_view> packed(std::uint32_t number) const;
    [[nodiscard]] std::uint32_t plain_size(std::uint32_t number) const;
    [[nodiscard]] Result<std::string> block(std::uint32_t number) const;

private:
    struct Mapping;
    [[nodiscard]] Result<std::string_view> unpacked(std::uint32_t number, Unpacker& unpacker) const;
    explicit TextStore(std::unique_ptr<Mapping> mapping);
    std::unique_ptr<Mapping> mapping_;
};

}  // namespace palermo
