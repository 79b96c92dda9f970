// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/mapped_file.hpp"
#include "indexer/index/unpacker.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// Where the blocks of the documents from `first_docid` on begin: their documents count blocks from there. So files are joined by putting
/// them one behind the other, and no document has to be touched.
struct BlockPart {
    std::uint32_t first_docid = 0;
    std::uint32_t first_block = 0;
    std::uint32_t end_block = 0;  ///< behind its last
};

/// zstd blocks of one segment that can be fetched alone, in one mapped file. Reading twin of load/block_file_writer.
/// File: a magic of eight bytes that says what the blocks hold, then the packed blocks; then for each block {u64 offset, u32 packed size,
/// u32 plain size}; then for each part, by docid, {u32 first docid, u32 first block}; then {u64 offset of the first row, u64 number of
/// blocks, u64 of parts, u64 xxh3 of the rows}; little-endian. Immutable; safe to read from many threads.
class BlockFile {
public:
    [[nodiscard]] static Result<BlockFile> open(const std::filesystem::path& file, std::string_view magic);

    [[nodiscard]] std::uint32_t block_count() const { return static_cast<std::uint32_t>(blocks_); }
    [[nodiscard]] std::vector<BlockPart> parts() const;
    /// The last part that begins at or before the document.
    [[nodiscard]] BlockPart part_of(std::uint32_t docid) const;

    [[nodiscard]] Result<std::string_view> packed(std::uint32_t number) const;
    /// 0 for a block that is not there.
    [[nodiscard]] std::uint32_t plain_size(std::uint32_t number) const;
    /// Valid until the unpacker unpacks again.
    [[nodiscard]] Result<std::string_view> block(std::uint32_t number, Unpacker& unpacker) const;

    /// As MappedFile's.
    void let_go() const { file_.let_go(); }
    /// The same, once in `kept` reads, of which this is the `reads`-th: for those who read many blocks, and few of them again.
    void let_go_after(std::uint32_t reads, std::uint32_t kept = reads_kept) const {
        if (reads % kept == 0) let_go();
    }
    /// The sentence for contents that make no sense.
    [[nodiscard]] Diagnostic damaged() const { return damaged_file(path_); }

private:
    /// Each brings at least the 64 KiB into memory that Linux reads around a place.
    static constexpr std::uint32_t reads_kept = 128;

    BlockFile(std::filesystem::path path, MappedFile file, std::uint64_t rows, std::uint64_t blocks, std::uint64_t parts);

    [[nodiscard]] std::uint64_t block_row(std::uint32_t number) const;
    [[nodiscard]] BlockPart part(std::uint64_t number) const;

    std::filesystem::path path_;
    MappedFile file_;
    std::uint64_t rows_;  ///< where they begin
    std::uint64_t blocks_;
    std::uint64_t parts_;
};

}  // namespace palermo
