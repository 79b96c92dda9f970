// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/segment_rewriter.hpp"

#include "indexer/index/document_data.hpp"
#include "indexer/index/facet_column.hpp"
#include "indexer/index/text_store.hpp"
#include "indexer/index/xapian_guard.hpp"
#include "indexer/load/durable_file.hpp"
#include "indexer/load/facet_column_writer.hpp"
#include "indexer/load/segment_builder.hpp"
#include "indexer/load/text_store_writer.hpp"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

namespace palermo {
namespace {

/// The columns and texts of a segment that is read.
struct OldSegment {
    std::string name;
    FacetColumns columns;
    TextStore texts;
};

Result<std::vector<OldSegment>> open_old(const IndexDirectory& directory, std::span<const SegmentEntry> entries) {
    std::vector<OldSegment> segments;
    for (const auto& entry : entries) {
        auto columns = FacetColumns::open(directory.facet_columns(entry.id));
        if (!columns) return columns.error();
        auto texts = TextStore::open(directory.texts(entry.id));
        if (!texts) return texts.error();
        segments.push_back({.name = directory.segment(entry.id).string(), .columns = std::move(*columns), .texts = std::move(*texts)});
    }
    return segments;
}

PerFacet<std::vector<std::string>> facets_of(const OldSegment& segment, std::uint32_t docid) {
    PerFacet<std::vector<std::string>> values;
    for (const auto facet : all_facets) {
        for (const auto ordinal : segment.columns.ordinals(facet, docid)) values[facet].push_back(segment.columns.values(facet)[ordinal]);
    }
    return values;
}

Result<void> move_text(const TextStore& from, TextStoreWriter& to, TextLocation& location) {
    const auto text = from.text(location);
    if (!text) return text.error();
    location = to.add(*text);
    return {};
}

/// A document's data with its texts moved to the new store.
Result<std::string> move_texts(const OldSegment& segment, TextStoreWriter& texts, const std::string& bytes) {
    auto data = decode_document_data(bytes, segment.name);
    if (!data) return data.error();
    if (auto moved = move_text(segment.texts, texts, data->source_xml); !moved) return moved.error();
    for (auto& paragraph : data->paragraphs) {
        if (auto moved = move_text(segment.texts, texts, paragraph.text); !moved) return moved.error();
    }
    return encode(*data);
}

/// The new segment's database: all old ones compacted into one, docids kept, the erased documents gone.
Xapian::WritableDatabase join_databases(const IndexDirectory& directory, std::span<const SegmentEntry> entries, const std::string& path,
                                        std::span<const std::uint32_t> erased) {
    Xapian::Database all;
    for (const auto& entry : entries) all.add_database(Xapian::Database(directory.database(entry.id).string()));
    all.compact(path, Xapian::DBCOMPACT_NO_RENUMBER | Xapian::DB_NO_SYNC);
    Xapian::WritableDatabase joined(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (const auto docid : erased) joined.delete_document(docid);
    return joined;
}

class Rewrite {
public:
    Rewrite(std::vector<OldSegment> segments, std::uint32_t first_docid) : segments_(std::move(segments)), columns_(first_docid) {}

    /// Carries every document of `database` over; only its data changes, which Xapian writes without touching its postings.
    Result<std::uint64_t> carry_over(Xapian::WritableDatabase& database) {
        const std::vector<Xapian::docid> docids(database.postlist_begin(""), database.postlist_end(""));
        for (const auto docid : docids) {
            const auto segment = std::ranges::find_if(segments_, [&](const OldSegment& old) { return docid <= old.columns.last_docid(); });
            auto document = database.get_document(docid);
            auto data = move_texts(*segment, texts_, document.get_data());
            if (!data) return data.error();
            document.set_data(*data);
            database.replace_document(docid, document);
            columns_.add(docid, facets_of(*segment, docid));
        }
        database.commit();
        return docids.size();
    }

    Result<void> write(const std::filesystem::path& building, std::uint32_t last_docid) {
        if (auto written = columns_.finish(building / "facets.col", last_docid); !written) return written;
        return texts_.finish(building / "texts.blk");
    }

private:
    std::vector<OldSegment> segments_;
    FacetColumnWriter columns_;
    TextStoreWriter texts_;
};

}  // namespace

Result<SegmentEntry> rewrite_segments(const IndexDirectory& directory, std::span<const SegmentEntry> neighbours,
                                      std::span<const std::uint32_t> erased, const std::string& new_id) {
    auto old = open_old(directory, neighbours);
    if (!old) return old.error();
    const auto building = building_directory(directory, new_id);
    std::error_code error;
    std::filesystem::remove_all(building, error);
    std::filesystem::create_directories(building, error);
    if (error) return disk_error(building, error.value());

    SegmentEntry entry{.id = new_id,
                       .first_docid = neighbours.front().first_docid,
                       .last_docid = neighbours.back().last_docid,
                       .record_count = 0,
                       .word_count = 0,
                       .files = {}};
    Rewrite rewrite(std::move(*old), entry.first_docid);
    auto carried = guarded(building.string(), [&] {
        auto database = join_databases(directory, neighbours, (building / "xapian").string(), erased);
        return rewrite.carry_over(database);
    });
    if (!carried) return carried.error();
    entry.record_count = *carried;
    if (auto written = rewrite.write(building, entry.last_docid); !written) return written.error();
    return seal_segment(directory, std::move(entry));
}

}  // namespace palermo
