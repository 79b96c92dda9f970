// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/load_planner.hpp"

#include "corpus/current_concepts.hpp"
#include "corpus/record_reader.hpp"
#include "indexer/index/column_values.hpp"
#include "indexer/load/duplicates.hpp"
#include "indexer/load/record_keys.hpp"

#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace palermo {
namespace {

void add_to(std::map<std::string, std::int64_t>& counts, const std::string& value, int by) {
    const auto count = counts.try_emplace(value, 0).first;
    count->second += by;
    if (count->second == 0) counts.erase(count);
}

}  // namespace

Decision LoadPlanner::reject(TakenRecord& taken, std::optional<Diagnostic> reason) {
    ++report_.rejected;
    report_.rejected_records.push_back({.id = taken.id, .file = taken.file});
    for (auto& term : taken.unknown_terms) ++report_.unknown_terms[std::move(term)];
    if (reason) taken.diagnostics.push_back(std::move(*reason));
    std::ranges::move(taken.diagnostics, std::back_inserter(report_.diagnostics));
    return {};
}

void LoadPlanner::reject_unreadable(const Diagnostics& unreadable) {
    report_.given += unreadable.size();
    report_.rejected += unreadable.size();
    for (const auto& each : unreadable) {
        report_.rejected_records.push_back({.id = {}, .file = each.place.file});
        report_.diagnostics.push_back(each);
    }
}

Decision LoadPlanner::take(TakenRecord taken) {
    ++report_.given;
    if (has_errors(taken.diagnostics)) return reject(taken, std::nullopt);
    if (auto twice = memory_.seen.add(taken.id, taken.place)) return reject(taken, std::move(twice));
    if (const auto* tombstone = live_.manifest().tombstone(taken.id)) {
        return reject(taken, Diagnostic{.place = taken.place,
                                        .message = "The record \"" + taken.id + "\" was taken down on " + tombstone->date + " (" +
                                                   tombstone->reason + ").",
                                        .mend = "Leave it out; if it may come back, say so first: palermo-indexer remove --undo " +
                                                taken.id + " --index DIR."});
    }
    std::ranges::move(taken.diagnostics, std::back_inserter(report_.diagnostics));
    if (taken.is_same) {
        ++report_.same;
        return {};
    }
    if (taken.to_build->record.restricted) return take_restricted(taken);
    Decision decision;
    if (taken.old) decision.erase = DocumentToErase{.docid = taken.old->docid};
    if (!taken.old) {
        ++report_.added;
        report_.added_records.push_back({.id = taken.id, .file = taken.file});
        look_for_duplicates(*taken.to_build, taken.file);
    } else if (taken.old->checksum == taken.checksum) {
        // By other rules: it is built again, and counts as the same.
        ++report_.same;
        ++report_.rebuilt;
        count_shown(taken.to_build->record);
    } else {
        ++report_.changed;
        report_.changed_records.push_back({.id = taken.id, .file = taken.file, .changes = std::move(taken.changes)});
        if (taken.old_record) count_shown(*taken.old_record);
    }
    count_moves(taken.to_build->columns, 1);
    decision.build = std::move(taken.to_build);
    return decision;
}

Decision LoadPlanner::take_restricted(const TakenRecord& taken) {
    ++report_.restricted;
    if (!taken.old) return {};
    ++report_.removed;
    report_.removed_records.push_back({.id = taken.id, .file = taken.file});
    if (taken.old_record) count_shown(*taken.old_record);
    return {.build = std::nullopt, .erase = DocumentToErase{.docid = taken.old->docid, .leaves_nothing = true}};
}

Result<Decision> LoadPlanner::rebuild(TakenRecord taken) {
    if (!taken.to_build) {
        auto first = taken.diagnostics.front();
        first.message = "A record in the index does not fit the new rules: " + first.message;
        return first;
    }
    ++report_.rebuilt;
    count_shown(taken.to_build->record);
    count_moves(taken.to_build->columns, 1);
    return Decision{.build = std::move(taken.to_build), .erase = DocumentToErase{.docid = taken.old->docid}};
}

std::vector<HeldRecord> LoadPlanner::not_given() const {
    auto records = live_.all();
    std::erase_if(records, [this](const HeldRecord& record) { return memory_.seen.contains(record.id); });
    return records;
}

Result<Decision> LoadPlanner::remove(const HeldRecord& held) {
    const auto text = open_record_source(held, live_);
    if (!text) return text.error();
    const auto record = read_record(*text);
    if (!record) return record.error();
    ++report_.removed;
    report_.removed_records.push_back({.id = held.id, .file = {}});
    count_shown(*record);
    return Decision{.build = std::nullopt, .erase = DocumentToErase{.docid = held.docid}};
}

void LoadPlanner::finish() { memory_ = Memory(); }

/// A record that the live generation shows, and the next one does not, or not so.
void LoadPlanner::count_shown(const CaseRecord& record) {
    const auto& vocabularies = old_vocabularies_ ? *old_vocabularies_ : vocabularies_;
    count_moves(column_values(*CurrentRecord(record, vocabularies), vocabularies), -1);
}

void LoadPlanner::count_moves(const PerColumn<std::vector<std::string>>& row, int by) {
    for (const auto facet : all_facets) {
        const auto& values = row[column_of(facet)];
        for (const auto& value : values) add_to(report_.facet_moves[facet], value, by);
        if (values.empty()) add_to(report_.facet_moves[facet], std::string(not_recorded), by);
    }
}

void LoadPlanner::look_for_duplicates(const RecordToBuild& added, const std::string& file) {
    const auto& record = added.record;
    std::set<std::string> told{record.id};
    const auto tell = [&](const std::string& other_id, const std::string& reason) {
        if (told.insert(other_id).second)
            report_.duplicates.push_back({.id = record.id, .file = file, .other_id = other_id, .reason = reason});
    };
    memory_.new_cases.push_back({.id = record.id, .title = record.title.text});
    for (const auto& [key, is_citation] : added.keys) {
        for (const auto& held : live_.with_key(key)) {
            const auto text = open_record_source(held, live_);
            if (!text) continue;
            const auto other = read_record(*text);
            if (!other) continue;
            if (const auto reason = why_duplicate(record, *other)) tell(held.id, *reason);
        }
        const auto [begin, end] = memory_.new_keys.equal_range(key);
        for (auto found = begin; found != end; ++found) {
            const auto& other = memory_.new_cases[found->second];
            if (is_citation)
                tell(other.id, "both have the same citation");
            else if (are_similar_titles(record.title.text, other.title))
                tell(other.id, "the same court on the same day, and a similar title");
        }
        memory_.new_keys.emplace(key, memory_.new_cases.size() - 1);
    }
}

}  // namespace palermo
