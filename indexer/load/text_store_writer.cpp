// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/text_store_writer.hpp"

#include "indexer/index/file_magic.hpp"
#include "indexer/index/text_store.hpp"

#include <utility>

namespace palermo {

Result<TextStoreWriter> TextStoreWriter::create(const std::filesystem::path& file, std::uint32_t first_docid) {
    auto blocks = BlockFileWriter::create(file, file_magic::texts);
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
    blocks_.add(open_block_);
    ++closed_blocks_;
    open_block_.clear();
}

Result<void> TextStoreWriter::finish() {
    // Also when it is empty: a location of an empty text must name a block that exists.
    close_block();
    return blocks_.finish();
}

}  // namespace palermo
