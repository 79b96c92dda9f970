// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/segment_builder.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/load/completion_writer.hpp"
#include "indexer/load/durable_file.hpp"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

/// Bytes of XML after which a chunk database is closed and the next one begun.
constexpr std::size_t chunk_size = std::size_t{1} << 20U;

fs::path building_name(const fs::path& segment) { return segment.parent_path() / (".building-" + segment.filename().string()); }

/// Every file of a sealed segment, in a stable order, with its checksum.
Result<std::vector<FileEntry>> describe_files(const IndexDirectory& directory, const fs::path& segment) {
    std::vector<FileEntry> files;
    for (const auto& entry : fs::recursive_directory_iterator(segment)) {
        if (!entry.is_regular_file()) continue;
        auto checksum = checksum_of_file(entry.path());
        if (!checksum) return checksum.error();
        files.push_back({.path = entry.path().lexically_relative(directory.root()).generic_string(),
                         .size = entry.file_size(),
                         .checksum = std::move(*checksum)});
    }
    std::ranges::sort(files, {}, &FileEntry::path);
    return files;
}

/// The length of all documents, without the pairs of Han characters, which say the same words once more.
std::uint64_t count_words(const Xapian::Database& database) {
    std::uint64_t pairs = 0;
    const std::string prefix(layout::han_pair_prefix);
    for (auto pair = database.allterms_begin(prefix); pair != database.allterms_end(prefix); ++pair)
        pairs += database.get_collection_freq(*pair);
    return database.get_total_length() - pairs;
}

}  // namespace

fs::path building_directory(const IndexDirectory& directory, const std::string& segment_id) {
    return building_name(directory.segment(segment_id));
}

Result<SegmentEntry> seal_segment(const IndexDirectory& directory, SegmentEntry segment) {
    const auto building = building_directory(directory, segment.id);
    const auto sealed = directory.segment(segment.id);
    if (auto written = write_completions(building / "xapian", building / "completions.idx"); !written) return written.error();
    if (auto flushed = flush_tree_to_disk(building); !flushed) return flushed.error();
    std::error_code error;
    fs::rename(building, sealed, error);
    if (error) return disk_error(sealed, error.value());
    if (auto flushed = flush_to_disk(sealed.parent_path()); !flushed) return flushed.error();
    const auto words = guarded(sealed.string(), [&] { return count_words(Xapian::Database(directory.database(segment.id).string())); });
    if (!words) return words.error();
    segment.word_count = *words;
    auto files = describe_files(directory, sealed);
    if (!files) return files.error();
    segment.files = std::move(*files);
    return segment;
}

struct SegmentBuilder::State {
    IndexDirectory directory;
    std::string id;
    fs::path building;
    std::uint32_t first_docid;
    std::uint32_t next_docid;
    FacetColumnWriter columns;
    TextStoreWriter texts;
    std::vector<fs::path> chunks;
    std::optional<Xapian::WritableDatabase> open_chunk;
    std::size_t bytes_in_chunk = 0;

    void close_chunk() {
        if (open_chunk) open_chunk->commit();
        open_chunk.reset();
        bytes_in_chunk = 0;
    }

    void add(const Xapian::Document& document, std::size_t source_size) {
        if (!open_chunk) {
            chunks.push_back(building / ("chunk-" + std::to_string(chunks.size())));
            // No sync here: only the compacted database has to survive, and it is flushed when the segment is sealed.
            open_chunk.emplace(chunks.back().string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
        }
        open_chunk->replace_document(next_docid, document);
        bytes_in_chunk += source_size;
        if (bytes_in_chunk >= chunk_size) close_chunk();
    }

    void compact_chunks() {
        close_chunk();
        Xapian::Database all;
        for (const auto& chunk : chunks) all.add_database(Xapian::Database(chunk.string()));
        all.compact((building / "xapian").string(), Xapian::DBCOMPACT_NO_RENUMBER | Xapian::DB_NO_SYNC);
        for (const auto& chunk : chunks) fs::remove_all(chunk);
    }
};

SegmentBuilder::SegmentBuilder(std::unique_ptr<State> state) : state_(std::move(state)) {}
SegmentBuilder::SegmentBuilder(SegmentBuilder&&) noexcept = default;

SegmentBuilder::~SegmentBuilder() {
    // What was not sealed is garbage; leaving it costs only room until the next load.
    if (state_ == nullptr) return;
    state_->open_chunk.reset();
    std::error_code error;
    fs::remove_all(state_->building, error);
}

Result<SegmentBuilder> SegmentBuilder::begin(const IndexDirectory& directory, const std::string& segment_id, std::uint32_t first_docid) {
    const auto building = building_directory(directory, segment_id);
    std::error_code error;
    fs::remove_all(building, error);
    fs::create_directories(building, error);
    if (error) return disk_error(building, error.value());
    return SegmentBuilder(std::make_unique<State>(State{.directory = directory,
                                                        .id = segment_id,
                                                        .building = building,
                                                        .first_docid = first_docid,
                                                        .next_docid = first_docid,
                                                        .columns = FacetColumnWriter(first_docid),
                                                        .texts = {},
                                                        .chunks = {},
                                                        .open_chunk = std::nullopt}));
}

TextStoreWriter& SegmentBuilder::texts() { return state_->texts; }

std::uint64_t SegmentBuilder::record_count() const { return state_->next_docid - state_->first_docid; }

Result<std::uint32_t> SegmentBuilder::add(const BuiltDocument& built, std::size_t source_size) {
    return guarded(state_->building.string(), [&] {
        state_->add(built.document, source_size);
        state_->columns.add(state_->next_docid, built.facets);
        return state_->next_docid++;
    });
}

Result<SegmentEntry> SegmentBuilder::seal() {
    const auto state = std::exchange(state_, nullptr);
    const auto last_docid = state->next_docid - 1;
    auto compacted = guarded(state->building.string(), [&] {
        state->compact_chunks();
        return true;
    });
    if (!compacted) return compacted.error();
    if (auto written = state->columns.finish(state->building / "facets.col", last_docid); !written) return written.error();
    if (auto written = state->texts.finish(state->building / "texts.blk"); !written) return written.error();
    return seal_segment(state->directory, {.id = state->id,
                                           .first_docid = state->first_docid,
                                           .last_docid = last_docid,
                                           .record_count = std::uint64_t{last_docid} - state->first_docid + 1,
                                           .word_count = 0,
                                           .files = {}});
}

}  // namespace palermo
