// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/document_builder.hpp"

#include "indexer/analysis/normalizer.hpp"
#include "indexer/index/checksum.hpp"
#include "indexer/index/document_data.hpp"
#include "indexer/index/layout.hpp"

#include <algorithm>
#include <set>

namespace palermo {
namespace {

/// One piece of prose of a record, in the order in which it is read.
struct Prose {
    std::string field;
    std::string lang;
    std::string paragraph;  ///< id; empty: not a paragraph that can be shown as a passage
    std::string text;
};

std::vector<Prose> prose_of(const CaseRecord& record) {
    std::vector<Prose> all;
    for (const auto& section : record.texts) {
        for (const auto& paragraph : section.paragraphs) all.push_back({section.kind, section.lang, paragraph.id, paragraph.text});
    }
    for (const auto& proceeding : record.proceedings) {
        for (const auto& description : proceeding.description) all.push_back({"proceeding", description.lang, "", description.text});
        if (proceeding.outcome) all.push_back({"outcome", record.lang, "", proceeding.outcome->wording});
    }
    for (const auto& charge : record.charges) {
        all.push_back({"charge", record.lang, "", charge.details});
        all.push_back({"charge", record.lang, "", charge.legislation});
    }
    for (const auto& event : record.later_history) all.push_back({"later-history", record.lang, "", event.text});
    return all;
}

/// Words with positions as written, stems without: phrases need the one, plain words the other. Gives the position to go on from.
std::uint32_t add_words(Xapian::Document& document, Analyzer& analyzer, const layout::TextField& field, std::string_view text,
                        std::string_view lang, std::uint32_t position) {
    const auto stem_prefix = std::string(layout::stem_prefix) + std::string(field.prefix);
    const auto tokens = analyzer.analyze(text, lang, position);
    for (const auto& token : tokens) {
        document.add_posting(layout::make_term(field.prefix, token.word), token.position);
        if (!token.stem.empty()) document.add_term(layout::make_term(stem_prefix, token.stem));
    }
    return position + static_cast<std::uint32_t>(tokens.size()) + layout::paragraph_gap;
}

void add_boolean(Xapian::Document& document, const layout::BooleanField& field, std::string_view value) {
    document.add_boolean_term(layout::make_term(field.prefix, value));
}

/// Letters and digits only, folded: "[2013] EWCA Crim 991" is found however it is punctuated.
std::string folded_identifier(const std::string& value) {
    auto folded = fold_word(value);
    std::erase_if(folded,
                  [](char c) { return static_cast<unsigned char>(c) < 0x80 && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z'); });
    return folded;
}

/// A facet's values for the columns: for concepts with all that are broader, each once.
std::vector<std::string> facet_closure(const CaseRecord& record, Facet facet, const Vocabularies& vocabularies) {
    auto values = facet_values(record, facet);
    if (!is_hierarchical(facet)) return values;
    const auto& vocabulary = facet == Facet::evidential_issue ? vocabularies.evidential_issues : vocabularies.legal_concepts;
    std::vector<std::string> closure;
    for (const auto& value : values) {
        for (auto& ancestor : vocabulary.with_ancestors(value)) {
            if (std::ranges::find(closure, ancestor) == closure.end()) closure.push_back(std::move(ancestor));
        }
    }
    return closure;
}

void add_facets(BuiltDocument& built, const CaseRecord& record, const Vocabularies& vocabularies) {
    for (const auto facet : all_facets) {
        auto& values = built.facets[facet];
        values = facet_closure(record, facet, vocabularies);
        for (const auto& value : values) add_boolean(built.document, layout::boolean_field(facet), value);
        if (values.empty()) add_boolean(built.document, layout::boolean_field(facet), not_recorded);
    }
}

void add_dates(Xapian::Document& document, const CaseRecord& record) {
    const auto* proceeding = latest_with_date(record);
    if (proceeding == nullptr) return;
    document.add_value(layout::decided_earliest.slot, proceeding->decided->earliest());
    document.add_value(layout::decided_latest.slot, proceeding->decided->latest());
}

std::string first_or_empty(const std::vector<std::string>& values) { return values.empty() ? std::string() : values.front(); }

DocumentData describe(const CaseRecord& record, const SourceText& source, TextStoreWriter& texts) {
    const auto* court = latest_with_court(record);
    const auto* dated = latest_with_date(record);
    DocumentData data{.id = record.id,
                      .title = record.title.text,
                      .title_lang = record.title.lang,
                      .identifiers = {},
                      .jurisdiction = record.jurisdiction.code(),
                      .court = court != nullptr ? court->court : "",
                      .court_level = first_or_empty(facet_values(record, Facet::court_level)),
                      .decided = dated != nullptr ? dated->decided->to_string() : "",
                      .outcome = first_or_empty(facet_values(record, Facet::outcome)),
                      .legal_concepts = facet_values(record, Facet::legal_concept),
                      .evidential_issues = {},
                      .paragraphs = {},
                      .source_xml = texts.add(source.text()),
                      .source_checksum = checksum_of(source.text())};
    for (const auto& identifier : record.identifiers) data.identifiers.push_back({identifier.scheme, identifier.value});
    for (const auto& tag : record.evidential_issues) data.evidential_issues.push_back({tag.concept_id, tag.role, tag.paragraphs});
    for (const auto& prose : prose_of(record)) {
        if (!prose.paragraph.empty()) data.paragraphs.push_back({prose.field, prose.lang, prose.paragraph, texts.add(prose.text)});
    }
    return data;
}

}  // namespace

BuiltDocument build_document(const CaseRecord& record, const SourceText& source, const Vocabularies& vocabularies, Analyzer& analyzer,
                             TextStoreWriter& texts) {
    BuiltDocument built;
    auto& document = built.document;
    // Words: the title in its own field, all prose in one.
    add_words(document, analyzer, layout::title, record.title.text, record.title.lang, 1);
    std::uint32_t position = 1;
    std::set<std::string> languages;
    for (const auto& prose : prose_of(record)) {
        position = add_words(document, analyzer, layout::body, prose.text, prose.lang, position);
        if (!prose.lang.empty()) languages.insert(prose.lang);
    }
    // Filters: who it is, and what it is catalogued under.
    add_boolean(document, layout::id, record.id);
    for (const auto& language : languages) add_boolean(document, layout::text_language, language);
    for (const auto& identifier : record.identifiers) add_boolean(document, layout::identifier, folded_identifier(identifier.value));
    add_facets(built, record, vocabularies);
    // Values: what results are sorted and cut by.
    add_dates(document, record);
    // Data: what a hit shows.
    document.set_data(encode(describe(record, source, texts)));
    return built;
}

}  // namespace palermo
