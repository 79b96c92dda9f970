// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/segment_parts.hpp"

#include <utility>

namespace palermo {
namespace {

Result<void> find_documents(SegmentParts& parts, const std::string& place) {
    parts.documents.assign(std::size_t{parts.entry.last_docid} - parts.entry.first_docid + 1, false);
    return guarded(place, [&]() -> Result<void> {
        for (auto posting = parts.database.postlist_begin(""); posting != parts.database.postlist_end(""); ++posting) {
            ++parts.document_count;
            if (parts.in_range(*posting))
                parts.documents[*posting - parts.entry.first_docid] = true;
            else
                ++parts.documents_elsewhere;
        }
        return {};
    });
}

void find_rows(SegmentParts& parts) {
    parts.rows.assign(parts.documents.size(), SegmentParts::no_row);
    for (std::uint32_t position = 0; position < parts.records.size(); ++position) {
        const auto docid = parts.records.at(position).docid;
        if (parts.in_range(docid)) parts.rows[docid - parts.entry.first_docid] = position;
    }
}

}  // namespace

Result<SegmentParts> SegmentParts::open(const IndexDirectory& directory, const SegmentEntry& entry) {
    const auto path = directory.database(entry.id).string();
    auto database = guarded(path, [&] { return Xapian::Database(path); });
    if (!database) return database.error();
    auto columns = FacetColumns::open(directory.facet_columns(entry.id));
    if (!columns) return columns.error();
    auto data = DocumentStore::open(directory.documents(entry.id));
    if (!data) return data.error();
    auto texts = TextStore::open(directory.texts(entry.id));
    if (!texts) return texts.error();
    auto forward = ForwardIndex::open(directory.forward(entry.id));
    if (!forward) return forward.error();
    auto completions = Completions::open(directory.completions(entry.id));
    if (!completions) return completions.error();
    auto records = RecordTable::open(directory.records(entry.id));
    if (!records) return records.error();
    SegmentParts parts{.entry = entry,
                       .directory = directory.segment(entry.id),
                       .database = std::move(*database),
                       .columns = std::move(*columns),
                       .data = std::move(*data),
                       .texts = std::move(*texts),
                       .forward = std::move(*forward),
                       .completions = std::move(*completions),
                       .records = std::move(*records),
                       .documents = {},
                       .rows = {}};
    if (auto found = find_documents(parts, path); !found) return found.error();
    find_rows(parts);
    return parts;
}

std::optional<std::uint32_t> SegmentParts::row_of(std::uint32_t docid) const {
    if (!in_range(docid) || rows[docid - entry.first_docid] == no_row) return std::nullopt;
    return rows[docid - entry.first_docid];
}

std::string SegmentParts::name_of(std::uint32_t docid) const {
    const auto row = row_of(docid);
    return row ? "the record \"" + std::string(records.at(*row).id) + '"' : "document " + std::to_string(docid);
}

}  // namespace palermo
