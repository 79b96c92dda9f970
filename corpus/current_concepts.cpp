// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/current_concepts.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

bool says_the_same(const Tag& one, const Tag& other) {
    return one.concept_id == other.concept_id && one.role == other.role && one.source == other.source && one.section == other.section;
}

/// The words for a tag that was made of several are those of the one that names the concept itself.
void join(Tag& tag, Tag&& other) {
    if (other.recorded_as.empty()) tag.recorded_as.clear();
    for (auto& paragraph : other.paragraphs) {
        if (std::ranges::find(tag.paragraphs, paragraph) == tag.paragraphs.end()) tag.paragraphs.push_back(std::move(paragraph));
    }
}

std::vector<Tag> current(std::vector<Tag> tags, const Vocabulary& vocabulary) {
    std::vector<Tag> all;
    for (auto& tag : tags) {
        const auto* replacement = replacement_of(tag.concept_id, vocabulary);
        const bool is_replaced = replacement != nullptr;
        if (is_replaced) tag.recorded_as = std::exchange(tag.concept_id, replacement->id);
        const auto same = std::ranges::find_if(all, [&](const Tag& other) { return says_the_same(tag, other); });
        const bool is_joined = same != all.end() && (is_replaced || !same->recorded_as.empty());
        if (is_joined)
            join(*same, std::move(tag));
        else
            all.push_back(std::move(tag));
    }
    return all;
}

bool names_replaced(const std::vector<Tag>& tags, const Vocabulary& vocabulary) {
    return std::ranges::any_of(tags, [&](const Tag& tag) { return replacement_of(tag.concept_id, vocabulary) != nullptr; });
}

}  // namespace

const Concept* replacement_of(const std::string& id, const Vocabulary& vocabulary) {
    const auto* entry = vocabulary.resolve(id);
    return entry == nullptr || entry->id == id ? nullptr : entry;
}

CaseRecord with_current_concepts(CaseRecord record, const Vocabularies& vocabularies) {
    record.legal_concepts = current(std::move(record.legal_concepts), vocabularies.legal_concepts);
    record.evidential_issues = current(std::move(record.evidential_issues), vocabularies.evidential_issues);
    return record;
}

CurrentRecord::CurrentRecord(const CaseRecord& record, const Vocabularies& vocabularies) : record_(record) {
    if (names_replaced(record.legal_concepts, vocabularies.legal_concepts) ||
        names_replaced(record.evidential_issues, vocabularies.evidential_issues))
        changed_ = with_current_concepts(record, vocabularies);
}

}  // namespace palermo
