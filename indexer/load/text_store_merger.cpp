// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/text_store_merger.hpp"

#include "indexer/index/document_data.hpp"
#include "indexer/index/segment_files.hpp"
#include "indexer/index/text_store.hpp"
#include "indexer/index/xapian_guard.hpp"
#include "indexer/load/text_store_writer.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace palermo {
namespace {

struct Stretch {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
};

/// What has to go, by block of the store.
using Stretches = std::map<std::uint32_t, std::vector<Stretch>>;

Result<Stretches> texts_of_erased(const MergeInput& input, const TextStore& store) {
    Stretches stretches;
    if (input.erased.empty()) return stretches;
    const auto path = segment_files::database(input.directory).string();
    const auto collected = guarded(path, [&]() -> Result<void> {
        const Xapian::Database database(path);
        for (const auto docid : input.erased) {
            const auto bytes = database.get_document(docid).get_data();
            // The empty document at a segment's end.
            if (bytes.empty()) continue;
            const auto data = decode_document_data(bytes, path);
            if (!data) return data.error();
            const auto add = [&](const TextLocation& text) {
                stretches[store.block_of(docid, text.block)].push_back({.begin = text.begin, .size = text.size});
            };
            add(data->source_xml);
            for (const auto& paragraph : data->paragraphs) add(paragraph.text);
        }
        return {};
    });
    if (!collected) return collected.error();
    return stretches;
}

Result<void> write_scrubbed(const TextStore& store, std::uint32_t number, const std::vector<Stretch>& stretches, TextBlockWriter& writer) {
    auto plain = store.block(number);
    if (!plain) return plain.error();
    for (const auto& [begin, size] : stretches) {
        const auto from = std::min<std::size_t>(begin, plain->size());
        std::fill_n(plain->begin() + static_cast<std::ptrdiff_t>(from), std::min<std::size_t>(size, plain->size() - from), '\0');
    }
    writer.add_plain(*plain);
    return {};
}

Result<void> carry_over(const MergeInput& input, TextBlockWriter& writer) {
    const auto store = TextStore::open(segment_files::texts(input.directory));
    if (!store) return store.error();
    const auto erased = texts_of_erased(input, *store);
    if (!erased) return erased.error();
    const auto parts = store->parts();
    auto part = parts.begin();
    for (std::uint32_t number = 0; number < store->block_count(); ++number) {
        for (; part != parts.end() && part->first_block == number; ++part) writer.begin_part(part->first_docid);
        if (const auto found = erased->find(number); found != erased->end()) {
            if (auto written = write_scrubbed(*store, number, found->second, writer); !written) return written;
            continue;
        }
        const auto packed = store->packed(number);
        if (!packed) return packed.error();
        writer.add_packed(*packed, store->plain_size(number));
    }
    return {};
}

}  // namespace

Result<void> merge_texts(std::span<const MergeInput> inputs, const std::filesystem::path& file) {
    auto writer = TextBlockWriter::create(file);
    if (!writer) return writer.error();
    for (const auto& input : inputs) {
        if (auto carried = carry_over(input, *writer); !carried) return carried;
    }
    return writer->finish();
}

}  // namespace palermo
