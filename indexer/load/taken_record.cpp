// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/taken_record.hpp"

#include "corpus/record_reader.hpp"
#include "indexer/index/checksum.hpp"

#include <utility>

namespace palermo {
namespace {

void add_unknown(const std::vector<Tag>& tags, const Vocabulary& vocabulary, std::vector<UnknownTerm>& terms) {
    for (const auto& tag : tags) {
        if (vocabulary.find(tag.concept_id) != nullptr) continue;
        terms.push_back({.scheme = vocabulary.scheme(),
                         .id = tag.concept_id,
                         .nearest = vocabulary.nearest_id(tag.concept_id).value_or(std::string())});
    }
}

std::vector<UnknownTerm> unknown_terms(const CaseRecord& record, const Vocabularies& vocabularies) {
    std::vector<UnknownTerm> terms;
    add_unknown(record.legal_concepts, vocabularies.legal_concepts, terms);
    add_unknown(record.evidential_issues, vocabularies.evidential_issues, terms);
    return terms;
}

/// What the index holds under the record's id, and how it differs.
Result<void> compare(TakenRecord& taken, const CaseRecord& record, const LiveGeneration& live) {
    taken.old = live.find(taken.id);
    if (!taken.old || taken.old->checksum == taken.checksum) return {};
    auto old_text = open_record_source(*taken.old, live);
    if (!old_text) return old_text.error();
    auto old_record = read_record(*old_text);
    if (!old_record) return old_record.error();
    taken.changes = diff_records(*old_record, record);
    taken.old_record = std::move(*old_record);
    return {};
}

}  // namespace

TakenRecord take_record(const RecordSource& source, const LiveGeneration& live, const RecordIntake& intake, bool rules_changed) {
    TakenRecord taken;
    auto text = open_record_source(source, live);
    if (!text) {
        taken.file = text.error().place.file;
        taken.diagnostics.push_back(text.error());
        return taken;
    }
    taken.file = text->name();
    taken.place = text->place_at(0);
    taken.checksum = checksum_of(text->original());
    if (!rules_changed) {
        if (auto held = live.with_text(taken.checksum)) {
            taken.id = held->id;
            taken.is_same = true;
            taken.old = std::move(held);
            return taken;
        }
    }
    auto checked = intake.take(*text);
    taken.diagnostics = std::move(checked.diagnostics);
    if (!checked.record) {
        if (const auto read = read_record(*text)) {
            // A takedown finds by it what the report says of the record.
            taken.id = read->id;
            taken.unknown_terms = unknown_terms(*read, intake.vocabularies());
        }
        return taken;
    }
    taken.id = checked.record->id;
    taken.place = text->place_at(checked.record->offset);
    if (auto compared = compare(taken, *checked.record, live); !compared) taken.diagnostics.push_back(compared.error());
    taken.to_build = prepare_record(std::move(*checked.record), std::move(*text), taken.checksum, intake.vocabularies());
    return taken;
}

}  // namespace palermo
