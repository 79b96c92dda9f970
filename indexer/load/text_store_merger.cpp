// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/text_store_merger.hpp"

#include "indexer/index/document_store.hpp"
#include "indexer/index/file_magic.hpp"
#include "indexer/index/segment_files.hpp"
#include "indexer/index/text_store.hpp"
#include "indexer/index/unpacker.hpp"
#include "indexer/load/block_file_writer.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {
namespace {

struct Stretch {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
};

/// What has to go, by block of the store.
using Stretches = std::map<std::uint32_t, std::vector<Stretch>>;

Result<Stretches> texts_of_erased(const MergeInput& input, const TextStore& texts) {
    Stretches stretches;
    if (input.erased.empty()) return stretches;
    const auto documents = DocumentStore::open(segment_files::documents(input.directory));
    if (!documents) return documents.error();
    Unpacker unpacker;
    for (const auto docid : input.erased) {
        // The empty document at a segment's end.
        if (!documents->has(docid)) continue;
        const auto data = documents->data(docid, unpacker);
        if (!data) return data.error();
        const auto add = [&](const TextLocation& text) {
            stretches[texts.block_of(docid, text.block)].push_back({.begin = text.begin, .size = text.size});
        };
        add(data->source_xml);
        for (const auto& paragraph : data->paragraphs) add(paragraph.text);
    }
    return stretches;
}

std::string scrubbed(std::string_view plain, const std::vector<Stretch>& stretches) {
    std::string text(plain);
    for (const auto& [begin, size] : stretches) {
        const auto from = std::min<std::size_t>(begin, text.size());
        std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(from), std::min<std::size_t>(size, text.size() - from), '\0');
    }
    return text;
}

Result<void> carry_over(const MergeInput& input, BlockFileWriter& writer) {
    const auto texts = TextStore::open(segment_files::texts(input.directory));
    if (!texts) return texts.error();
    const auto erased = texts_of_erased(input, *texts);
    if (!erased) return erased.error();
    Unpacker unpacker;
    return writer.add_all(texts->blocks(), [&](std::uint32_t number) -> Result<std::optional<std::string>> {
        const auto found = erased->find(number);
        if (found == erased->end()) return std::optional<std::string>();
        const auto plain = texts->blocks().block(number, unpacker);
        if (!plain) return plain.error();
        return std::optional(scrubbed(*plain, found->second));
    });
}

}  // namespace

Result<void> merge_texts(std::span<const MergeInput> inputs, const std::filesystem::path& file) {
    auto writer = BlockFileWriter::create(file, file_magic::texts);
    if (!writer) return writer.error();
    for (const auto& input : inputs) {
        if (auto carried = carry_over(input, *writer); !carried) return carried;
    }
    return writer->finish();
}

}  // namespace palermo
