// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/views/samples.hpp"

#include "corpus/record_reader.hpp"
#include "corpus/vocabulary_reader.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {

const Vocabularies& shipped_vocabularies() {
    static const auto vocabularies = [] {
        auto read = read_vocabularies(PALERMO_SOURCE_DIR "/schemas");
        REQUIRE(read.has_value());
        return std::move(*read);
    }();
    return vocabularies;
}

QueryPart sample_part(const std::string& words) {
    return {.kind = "concept",
            .text = words,
            .without = "not " + words,
            .label = words + "1",
            .concepts = {{Facet::legal_concept, {"debt-bondage", words}}, {Facet::evidential_issue, {"fear-of-debt", words + '2'}}},
            .words_only = "text:(" + words + ')',
            .expanded = {words, words + '2', words + '3', words + '4'},
            .is_cut = true};
}

SearchRequest sample_request(const std::string& words) {
    SearchRequest request;
    request.text = words;
    return request;
}

SearchResult sample_result(const std::string& words) {
    SearchResult result{.generation = 7,
                        .generation_time = "2026-11-23T20:00:00Z",
                        .total = 41,
                        .query_text = words,
                        .read_as = words,
                        .matches_any = true,
                        .parts = {sample_part(words)},
                        .notes = {{"any-words", words}, {"citation", words}},
                        .relaxations = {{words, sample_request(words), 3}},
                        .hits = {},
                        .facets = {}};
    Hit hit{
        .id = "case-001",
        .title = {{words, false}, {words, true}},
        .title_lang = "en",
        .jurisdiction = {"NL", "Netherlands"},
        .court = words,
        .court_level = {"appeal", "Court of appeal"},
        .decided = "2010-03",
        .outcome = {"acquitted", "Acquitted"},
        .passage =
            HitPassage{.fragments = {{words, true}, {" and more", false}}, .lang = "en", .field = "fact-summary", .paragraph = "facts-1"},
        .legal_concepts = {{"debt-bondage", words}},
        .evidential_issues = {{{"failure-to-escape", words}, "weakened"}},
        .score = 1.5,
        .explanation = {{words, 2.345, {words, "body: debt, 2 times"}}}};
    result.hits.push_back(hit);
    result.hits.push_back({.id = "case-002",
                           .title = {{"Bare", false}},
                           .title_lang = {},
                           .jurisdiction = {},
                           .court = {},
                           .court_level = {},
                           .decided = {},
                           .outcome = {},
                           .passage = {},
                           .legal_concepts = {},
                           .evidential_issues = {},
                           .explanation = {}});
    for (const auto facet : all_facets) {
        FacetCounts counts{
            .facet = facet, .buckets = {}, .not_recorded = {.value = {"not-recorded", "Not recorded"}, .count = 3, .children = {}}};
        counts.buckets.push_back({.value = {"parent", words},
                                  .count = 5,
                                  .selected = true,
                                  .children = {{.value = {"child", words}, .count = 2, .children = {}}}});
        for (int i = 0; i < 12; ++i) counts.buckets.push_back({.value = {"v" + std::to_string(i), words}, .count = 1, .children = {}});
        result.facets.push_back(counts);
    }
    return result;
}

CaseRecord complete_record() {
    const auto source = open_source(PALERMO_SOURCE_DIR "/tests/corpus/records/complete.xml");
    REQUIRE(source.has_value());
    auto record = read_record(*source);
    REQUIRE(record.has_value());
    return std::move(*record);
}

CaseRecord record_with(const std::string& words) {
    auto record = complete_record();
    record.title.text = words;
    for (auto& identifier : record.identifiers) identifier.value = words;
    for (auto& proceeding : record.proceedings) {
        proceeding.court = proceeding.case_reference = words;
        for (auto& description : proceeding.description) description.text = words;
        if (proceeding.outcome) proceeding.outcome->wording = words;
    }
    for (auto& person : record.persons) person.name = person.age = words;
    for (auto& charge : record.charges) charge.details = charge.legislation = words;
    for (auto& section : record.texts) {
        for (auto& paragraph : section.paragraphs) paragraph.text = words;
    }
    for (auto& tag : record.evidential_issues) tag.section = words;
    for (auto& keyword : record.keywords) keyword.value = keyword.category = words;
    for (auto& event : record.later_history) event.text = words;
    for (auto& link : record.sources) link.text = words;
    for (auto& link : record.attachments) link.href = "javascript:alert(1)";
    record.provenance.notes = {words};
    record.provenance.by = words;
    return record;
}

}  // namespace palermo::test
