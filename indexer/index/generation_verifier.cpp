// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/generation_verifier.hpp"

#include "indexer/index/finding_list.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

namespace palermo {
namespace {

/// But for the last digit, which JSON may lose.
bool are_same(const RankingSettings& one, const RankingSettings& other) {
    constexpr double last_digit = 1e-9;
    return std::abs(one.k1 - other.k1) < last_digit && std::abs(one.b - other.b) < last_digit &&
           std::abs(one.min_normlen - other.min_normlen) < last_digit;
}

void check_totals(const Manifest& manifest, FindingList& findings) {
    std::uint64_t shown = 0;
    std::uint64_t documents = 0;
    std::uint64_t words = 0;
    for (const auto& segment : manifest.segments) {
        shown += segment.record_count - segment.deleted.size();
        documents += segment.record_count;
        words += segment.word_count;
    }
    if (shown != manifest.record_count) {
        findings.add("The manifest says " + std::to_string(manifest.record_count) + " records; its segments show " + std::to_string(shown) +
                     '.');
    }
    if (!are_same(choose_ranking(words, documents), manifest.ranking))
        findings.add("The manifest's ranking is not the one for its records.");
}

void check_deleted(const SegmentEntry& segment, const RecordTable& records, FindingList& findings) {
    const auto called = "The deleted documents of segment " + segment.id;
    if (!std::ranges::is_sorted(segment.deleted, std::ranges::less_equal())) findings.add(called + " are not in ascending order.");
    std::set<std::uint32_t> missing(segment.deleted.begin(), segment.deleted.end());
    for (std::uint32_t position = 0; position < records.size() && !missing.empty(); ++position) missing.erase(records.at(position).docid);
    // The empty document at a segment's end has no row.
    std::erase_if(missing, [&](std::uint32_t docid) { return docid >= segment.first_docid && docid <= segment.last_docid; });
    for (const auto docid : missing) findings.add(called + " name docid " + std::to_string(docid) + ", which the segment does not hold.");
}

/// One id, one record that is shown.
void check_ids(const Snapshot& snapshot, std::size_t segment, FindingList& findings) {
    const auto& records = snapshot.records(segment);
    for (std::uint32_t position = 0; position < records.size(); ++position) {
        const auto row = records.at(position);
        if (snapshot.is_deleted(row.docid) || snapshot.find(row.id) == row.docid) continue;
        findings.add("The record \"" + std::string(row.id) + "\" is shown twice, as documents " +
                     std::to_string(snapshot.find(row.id).value_or(0)) + " and " + std::to_string(row.docid) + '.');
    }
}

void check_tombstones(const Snapshot& snapshot, FindingList& findings) {
    const auto& tombstones = snapshot.manifest().tombstones;
    if (!std::ranges::is_sorted(tombstones, {}, &Tombstone::id)) findings.add("The tombstones are not in the order of their ids.");
    for (const auto& tombstone : tombstones) {
        if (snapshot.find(tombstone.id)) findings.add("The record \"" + tombstone.id + "\" was taken down, and is shown.");
    }
}

}  // namespace

void verify_generation(const Snapshot& snapshot, Diagnostics& all) {
    const auto& manifest = snapshot.manifest();
    FindingList findings(snapshot.directory().generation_file(manifest.generation));
    check_totals(manifest, findings);
    for (std::size_t i = 0; i < manifest.segments.size(); ++i) check_deleted(manifest.segments[i], snapshot.records(i), findings);
    // Ids are looked up among the deleted by halves.
    if (findings.empty()) {
        for (std::size_t i = 0; i < manifest.segments.size(); ++i) check_ids(snapshot, i, findings);
    }
    check_tombstones(snapshot, findings);
    std::move(findings).move_to(all);
}

}  // namespace palermo
