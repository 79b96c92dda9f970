// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/text_store_writer.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/load/append_number.hpp"
#include "indexer/load/durable_file.hpp"

#include <zstd.h>

#include <stdexcept>

namespace palermo {
namespace {

constexpr int compression_level = 6;

}  // namespace

TextStoreWriter::TextStoreWriter() : packed_("PLMTEXT1") {}

TextLocation TextStoreWriter::add(std::string_view text) {
    if (!open_block_.empty() && open_block_.size() + text.size() > block_size) close_block();
    const TextLocation location{.block = static_cast<std::uint32_t>(table_.size()),
                                .begin = static_cast<std::uint32_t>(open_block_.size()),
                                .size = static_cast<std::uint32_t>(text.size())};
    open_block_ += text;
    return location;
}

void TextStoreWriter::close_block() {
    const auto offset = packed_.size();
    packed_.resize(offset + ZSTD_compressBound(open_block_.size()));
    const auto size =
        ZSTD_compress(packed_.data() + offset, packed_.size() - offset, open_block_.data(), open_block_.size(), compression_level);
    if (ZSTD_isError(size) != 0U) throw std::runtime_error("zstd cannot pack a block");
    packed_.resize(offset + size);
    table_.push_back(
        {.offset = offset, .packed_size = static_cast<std::uint32_t>(size), .plain_size = static_cast<std::uint32_t>(open_block_.size())});
    open_block_.clear();
}

Result<void> TextStoreWriter::finish(const std::filesystem::path& file) {
    // Also when it is empty: a location of an empty text must name a block that exists.
    close_block();
    const auto table_offset = packed_.size();
    for (const auto& row : table_) {
        append_number(packed_, std::uint64_t{row.offset});
        append_number(packed_, row.packed_size);
        append_number(packed_, row.plain_size);
    }
    const auto checksum = short_checksum(std::string_view(packed_).substr(table_offset));
    append_number(packed_, static_cast<std::uint64_t>(table_offset));
    append_number(packed_, static_cast<std::uint64_t>(table_.size()));
    append_number(packed_, checksum);
    return write_durably(file, packed_);
}

}  // namespace palermo
