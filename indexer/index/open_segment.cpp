// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/open_segment.hpp"

#include "corpus/partial_date.hpp"
#include "indexer/index/file_check.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

namespace palermo {
namespace {

/// So many bytes a record are given to the rows of terms and values; a term that every second record has takes an eighth of a byte a
/// record.
constexpr std::size_t cache_bytes_per_row = 64;
constexpr std::size_t least_cache_bytes = 256U << 10U;

Diagnostic file_of_another_segment(const std::filesystem::path& file) {
    return error_at(file.string(), "This file belongs to another segment.",
                    "Restore the index from a copy, or load the records into a new directory.", Cause::index);
}

RowBitmap rows_of(const RecordTable& records, const SegmentEntry& entry) {
    RowBitmap rows(std::size_t{entry.last_docid} - entry.first_docid + 1);
    for (std::uint32_t position = 0; position < records.size(); ++position) {
        const auto docid = records.at(position).docid;
        if (docid >= entry.first_docid && docid <= entry.last_docid) rows.set(docid - entry.first_docid);
    }
    return rows;
}

std::vector<DecidedDays> days_of(const FacetColumns& columns) {
    std::vector<DecidedDays> days;
    const auto& values = columns.values(Column::decided);
    const auto sets = columns.sets(Column::decided);
    for (std::uint32_t set = 0; set < sets.size(); ++set) {
        const auto date = sets[set].empty() ? std::nullopt : PartialDate::parse(values[sets[set].front()]);
        days.push_back(date ? DecidedDays{.earliest = static_cast<std::uint32_t>(std::stoul(date->earliest())),
                                          .latest = static_cast<std::uint32_t>(std::stoul(date->latest()))}
                            : DecidedDays{});
    }
    return days;
}

std::vector<std::uint32_t> rows_newest_first(const FacetColumns& columns, const std::vector<DecidedDays>& days) {
    std::vector<std::uint32_t> rows(columns.rows());
    std::iota(rows.begin(), rows.end(), 0);
    std::vector<std::uint32_t> sets(rows.size());
    columns.read_sets(Column::decided, rows, sets);
    std::vector<std::uint64_t> keys(rows.size());
    constexpr unsigned row_bits = 32;
    for (const auto row : rows) keys[row] = std::uint64_t{~days[sets[row]].latest} << row_bits | row;
    std::ranges::sort(keys);
    std::ranges::transform(keys, rows.begin(), [](std::uint64_t key) { return static_cast<std::uint32_t>(key); });
    return rows;
}

}  // namespace

Result<std::shared_ptr<const OpenSegment>> OpenSegment::open(const IndexDirectory& directory, const SegmentEntry& entry) {
    if (auto whole = check_at_a_glance(directory, entry.files); !whole) return whole.error();
    auto columns = FacetColumns::open(directory.facet_columns(entry.id));
    if (!columns) return columns.error();
    if (columns->first_docid() != entry.first_docid || columns->last_docid() != entry.last_docid)
        return file_of_another_segment(directory.facet_columns(entry.id));
    auto documents = DocumentStore::open(directory.documents(entry.id));
    if (!documents) return documents.error();
    auto texts = TextStore::open(directory.texts(entry.id));
    if (!texts) return texts.error();
    auto forward = ForwardIndex::open(directory.forward(entry.id));
    if (!forward) return forward.error();
    if (forward->first_docid() != entry.first_docid || forward->last_docid() != entry.last_docid)
        return file_of_another_segment(directory.forward(entry.id));
    auto completions = Completions::open(directory.completions(entry.id));
    if (!completions) return completions.error();
    auto records = RecordTable::open(directory.records(entry.id));
    if (!records) return records.error();
    auto recorded = rows_of(*records, entry);
    const auto cache_bytes = std::max(least_cache_bytes, recorded.rows() * cache_bytes_per_row);
    auto days = days_of(*columns);
    auto newest = rows_newest_first(*columns, days);
    auto open = std::make_shared<OpenSegment>(OpenSegment{.entry = entry,
                                                          .columns = std::move(*columns),
                                                          .documents = std::move(*documents),
                                                          .texts = std::move(*texts),
                                                          .forward = std::move(*forward),
                                                          .completions = std::move(*completions),
                                                          .records = std::move(*records),
                                                          .recorded = std::move(recorded),
                                                          .decided_days = std::move(days),
                                                          .newest_first = std::move(newest),
                                                          .cache = std::make_unique<RowCache>(cache_bytes)});
    open->entry.deleted.clear();
    // Opening has read these through, of the forward index the list of words; searches touch little of that.
    open->let_go();
    return std::shared_ptr<const OpenSegment>(std::move(open));
}

void OpenSegment::let_go() const {
    documents.let_go();
    forward.let_go();
    completions.let_go();
    records.let_go();
}

}  // namespace palermo
