// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/text_store_writer.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/load/append_number.hpp"

#include <zstd.h>

#include <stdexcept>
#include <utility>

namespace palermo {
namespace {

constexpr std::string_view magic = "PLMTEXT2";
/// The fastest: 3 makes texts a sixtieth smaller, and a load takes a fortieth longer.
constexpr int compression_level = 1;

}  // namespace

void TextBlockWriter::Free::operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }

TextBlockWriter::TextBlockWriter(OutputFile file) : file_(std::move(file)), context_(ZSTD_createCCtx()) {}

Result<TextBlockWriter> TextBlockWriter::create(const std::filesystem::path& file) {
    auto output = OutputFile::create(file);
    if (!output) return output.error();
    TextBlockWriter writer(std::move(*output));
    writer.file_.append(magic);
    writer.offset_ = magic.size();
    return writer;
}

void TextBlockWriter::begin_part(std::uint32_t first_docid) {
    parts_.push_back({.first_docid = first_docid, .first_block = static_cast<std::uint32_t>(rows_.size())});
}

void TextBlockWriter::add_packed(std::string_view packed, std::uint32_t plain_size) {
    file_.append(packed);
    rows_.push_back({.offset = offset_, .packed_size = static_cast<std::uint32_t>(packed.size()), .plain_size = plain_size});
    offset_ += packed.size();
}

void TextBlockWriter::add_plain(std::string_view plain) {
    packed_.resize(ZSTD_compressBound(plain.size()));
    const auto size = ZSTD_compressCCtx(context_.get(), packed_.data(), packed_.size(), plain.data(), plain.size(), compression_level);
    if (ZSTD_isError(size) != 0U) throw std::runtime_error("zstd cannot pack a block");
    add_packed(std::string_view(packed_).substr(0, size), static_cast<std::uint32_t>(plain.size()));
}

Result<void> TextBlockWriter::finish() {
    std::string tail;
    for (const auto& row : rows_) {
        append_number(tail, row.offset);
        append_number(tail, row.packed_size);
        append_number(tail, row.plain_size);
    }
    for (const auto& part : parts_) {
        append_number(tail, part.first_docid);
        append_number(tail, part.first_block);
    }
    const auto checksum = short_checksum(tail);
    append_number(tail, offset_);
    append_number(tail, static_cast<std::uint64_t>(rows_.size()));
    append_number(tail, static_cast<std::uint64_t>(parts_.size()));
    append_number(tail, checksum);
    file_.append(tail);
    return file_.close();
}

Result<TextStoreWriter> TextStoreWriter::create(const std::filesystem::path& file, std::uint32_t first_docid) {
    auto blocks = TextBlockWriter::create(file);
    if (!blocks) return blocks.error();
    blocks->begin_part(first_docid);
    return TextStoreWriter(std::move(*blocks));
}

TextLocation TextStoreWriter::add(std::string_view text) {
    if (!open_block_.empty() && open_block_.size() + text.size() > block_size) close_block();
    const TextLocation location{
        .block = closed_blocks_, .begin = static_cast<std::uint32_t>(open_block_.size()), .size = static_cast<std::uint32_t>(text.size())};
    open_block_ += text;
    return location;
}

void TextStoreWriter::close_block() {
    blocks_.add_plain(open_block_);
    ++closed_blocks_;
    open_block_.clear();
}

Result<void> TextStoreWriter::finish() {
    // Also when it is empty: a location of an empty text must name a block that exists.
    close_block();
    return blocks_.finish();
}

}  // namespace palermo
