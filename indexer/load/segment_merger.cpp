// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/segment_merger.hpp"

#include "indexer/index/document_store.hpp"
#include "indexer/index/facet_column.hpp"
#include "indexer/index/file_magic.hpp"
#include "indexer/index/segment_files.hpp"
#include "indexer/load/block_file_writer.hpp"
#include "indexer/load/completion_writer.hpp"
#include "indexer/load/database_merger.hpp"
#include "indexer/load/durable_file.hpp"
#include "indexer/load/facet_column_writer.hpp"
#include "indexer/load/forward_index_merger.hpp"
#include "indexer/load/record_table_writer.hpp"
#include "indexer/load/segment_sealer.hpp"
#include "indexer/load/text_store_merger.hpp"

#include <algorithm>
#include <future>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

bool is_erased(const MergeInput& input, std::uint32_t docid) { return std::ranges::binary_search(input.erased, docid); }

Result<void> merge_columns(std::span<const MergeInput> inputs, const fs::path& file) {
    FacetColumnWriter writer(inputs.front().first_docid);
    for (const auto& input : inputs) {
        const auto columns = FacetColumns::open(segment_files::facet_columns(input.directory));
        if (!columns) return columns.error();
        writer.add_all(*columns, input.erased);
    }
    return writer.finish(file, inputs.back().last_docid);
}

Result<void> merge_documents(std::span<const MergeInput> inputs, const fs::path& file) {
    auto writer = BlockFileWriter::create(file, file_magic::documents);
    if (!writer) return writer.error();
    for (const auto& input : inputs) {
        const auto documents = DocumentStore::open(segment_files::documents(input.directory));
        if (!documents) return documents.error();
        std::set<std::uint32_t> erased;
        for (const auto docid : input.erased) {
            if (const auto block = documents->block_of(docid)) erased.insert(*block);
        }
        const auto without_erased = [&](std::uint32_t number) -> Result<std::optional<std::string>> {
            return erased.contains(number) ? std::optional(std::string()) : std::nullopt;
        };
        if (auto added = writer->add_all(documents->blocks(), without_erased); !added) return added;
    }
    return writer->finish();
}

Result<void> merge_records(std::span<const MergeInput> inputs, const fs::path& file) {
    RecordTableWriter writer;
    for (const auto& input : inputs) {
        const auto table = RecordTable::open(segment_files::records(input.directory));
        if (!table) return table.error();
        std::vector<std::vector<std::uint64_t>> keys(table->size());
        for (std::uint32_t i = 0; i < table->key_count(); ++i) keys[table->key_at(i).position].push_back(table->key_at(i).key);
        for (std::uint32_t i = 0; i < table->size(); ++i) {
            const auto row = table->at(i);
            if (!is_erased(input, row.docid)) writer.add(row, keys[i]);
        }
    }
    return writer.finish(file);
}

Result<CompletionWriter> completions_of_cases(std::span<const MergeInput> inputs) {
    CompletionWriter writer;
    for (const auto& input : inputs) {
        const auto completions = Completions::open(segment_files::completions(input.directory));
        if (!completions) return completions.error();
        writer.add_cases(*completions, input.erased);
    }
    writer.sort();
    return writer;
}

Result<void> write_completions(CompletionWriter writer, const fs::path& forward, const fs::path& file) {
    const auto words = ForwardIndex::open(forward);
    if (!words) return words.error();
    add_words(*words, writer);
    return writer.finish(file);
}

/// The large files go to the disk while others are still being written: sealing need not wait for them.
Result<void> flushed(const Result<void>& written, const fs::path& file) { return written ? flush_to_disk(file) : written; }

}  // namespace

Result<SegmentEntry> merge_segments(const IndexDirectory& directory, std::span<const MergeInput> inputs, const std::string& new_id) {
    const auto building = building_directory(directory, new_id);
    std::error_code error;
    fs::remove_all(building, error);
    fs::create_directories(building, error);
    if (error) return disk_error(building, error.value());
    const auto texts = segment_files::texts(building);
    const auto documents = segment_files::documents(building);
    const auto forward = segment_files::forward(building);
    // Three threads that need nothing of each other: the last segment of a load is joined when all cores are idle.
    auto database = std::async(std::launch::async, [&] { return merge_databases(inputs, segment_files::database(building)); });
    auto words = std::async(std::launch::async, [&] { return flushed(merge_forward_indexes(inputs, forward), forward); });
    if (auto merged = flushed(merge_texts(inputs, texts), texts); !merged) return merged.error();
    if (auto merged = flushed(merge_documents(inputs, documents), documents); !merged) return merged.error();
    if (auto merged = merge_columns(inputs, segment_files::facet_columns(building)); !merged) return merged.error();
    if (auto merged = merge_records(inputs, segment_files::records(building)); !merged) return merged.error();
    auto completions = completions_of_cases(inputs);
    if (!completions) return completions.error();
    if (auto merged = words.get(); !merged) return merged.error();
    if (auto written = write_completions(std::move(*completions), forward, segment_files::completions(building)); !written)
        return written.error();
    const auto merged_database = database.get();
    if (!merged_database) return merged_database.error();
    return seal_segment(directory, {.id = new_id,
                                    .first_docid = inputs.front().first_docid,
                                    .last_docid = inputs.back().last_docid,
                                    .record_count = merged_database->documents,
                                    .word_count = merged_database->words,
                                    .deleted = {},
                                    .files = {}});
}

}  // namespace palermo
