// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/case_json_view.hpp"

#include "searchd/views/utf8.hpp"

#include <boost/json.hpp>

namespace palermo {
namespace {

namespace json = boost::json;

json::value or_null(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(clean_utf8(text)); }

template <class Value>
json::value or_null(const std::optional<Value>& value) {
    return value ? json::value(*value) : json::value(nullptr);
}

json::value or_null(const std::optional<PartialDate>& date) { return date ? json::value(date->to_string()) : json::value(nullptr); }

/// Each element through `encode`.
template <class Values, class Encode>
json::array all(const Values& values, Encode encode) {
    json::array array;
    for (const auto& value : values) array.push_back(encode(value));
    return array;
}

json::array strings(const std::vector<std::string>& values) {
    return all(values, [](const std::string& value) { return json::value(clean_utf8(value)); });
}

json::object local_text(const LocalText& text) { return {{"lang", or_null(text.lang)}, {"text", clean_utf8(text.text)}}; }

json::value outcome(const std::optional<DecisionOutcome>& decided) {
    if (!decided) return nullptr;
    return json::object{{"code", clean_utf8(decided->code)}, {"wording", or_null(decided->wording)}};
}

json::object proceeding(const Proceeding& value) {
    return {{"id", or_null(value.id)},           {"stage", or_null(value.stage)},
            {"court", or_null(value.court)},     {"court_level", or_null(value.court_level)},
            {"decided", or_null(value.decided)}, {"case_reference", or_null(value.case_reference)},
            {"outcome", outcome(value.outcome)}, {"description", all(value.description, local_text)}};
}

json::object person(const Person& value) {
    return {{"role", value.role == PersonRole::defendant ? "defendant" : "victim"},
            {"id", or_null(value.id)},
            {"kind", or_null(value.kind)},
            {"name", or_null(value.name)},
            {"count", or_null(value.count)},
            {"gender", or_null(value.gender)},
            {"minor", or_null(value.minor)},
            {"age", or_null(value.age)},
            {"nationalities", strings(value.nationalities)}};
}

json::value money(const std::optional<Money>& value) {
    if (!value) return nullptr;
    return json::object{{"currency", clean_utf8(value->currency)}, {"amount", clean_utf8(value->amount)}};
}

json::value sentence(const std::optional<Sentence>& value) {
    if (!value) return nullptr;
    return json::object{{"months", or_null(value->months)},
                        {"life", value->life},
                        {"suspended_months", or_null(value->suspended_months)},
                        {"fine", money(value->fine)},
                        {"compensation", money(value->compensation)},
                        {"wording", or_null(value->wording)}};
}

json::object charge(const Charge& value) {
    return {{"defendants", strings(value.defendants)},   {"proceeding", or_null(value.proceeding)}, {"details", or_null(value.details)},
            {"legislation", or_null(value.legislation)}, {"verdict", or_null(value.verdict)},       {"sentence", sentence(value.sentence)}};
}

json::object section(const TextSection& value) {
    return {{"kind", clean_utf8(value.kind)},
            {"lang", or_null(value.lang)},
            {"paragraphs", all(value.paragraphs, [](const Paragraph& paragraph) {
                 return json::object{
                     {"id", clean_utf8(paragraph.id)}, {"number", clean_utf8(paragraph.number)}, {"text", clean_utf8(paragraph.text)}};
             })}};
}

json::object tag(const Tag& value, const Vocabulary& vocabulary, std::string_view lang) {
    return {{"id", clean_utf8(value.concept_id)},        {"label", vocabulary.label(value.concept_id, lang)},
            {"recorded_as", or_null(value.recorded_as)}, {"source", or_null(value.source)},
            {"section", or_null(value.section)},         {"paragraphs", strings(value.paragraphs)}};
}

json::object issue(const Tag& value, const Vocabulary& vocabulary, std::string_view lang) {
    auto object = tag(value, vocabulary, lang);
    object["role"] = or_null(value.role);
    return object;
}

json::object link(const Link& value) {
    return {{"href", or_null(value.href)},
            {"text", or_null(value.text)},
            {"lang", or_null(value.lang)},
            {"media_type", or_null(value.media_type)}};
}

json::object jurisdiction(const Jurisdiction& value) {
    return {{"country", or_null(value.country)}, {"body", or_null(value.body)}, {"respondents", strings(value.respondents)}};
}

json::object provenance(const Provenance& value) {
    return {{"catalogued", or_null(value.catalogued)}, {"by", or_null(value.by)}, {"notes", strings(value.notes)}};
}

}  // namespace

std::string render_case_json(const CaseRecord& record, const Vocabularies& vocabularies, std::uint64_t generation, std::string_view lang) {
    const json::object object{
        {"generation", generation},
        {"id", clean_utf8(record.id)},
        {"title", local_text(record.title)},
        {"identifiers", all(record.identifiers,
                            [](const Identifier& value) {
                                return json::object{{"scheme", clean_utf8(value.scheme)}, {"value", clean_utf8(value.value)}};
                            })},
        {"jurisdiction", jurisdiction(record.jurisdiction)},
        {"crime_types", all(record.crime_types,
                            [](const CrimeType& value) {
                                return json::object{{"code", clean_utf8(value.code)}, {"source", clean_utf8(value.source)}};
                            })},
        {"countries",
         {{"origin", strings(record.origin)}, {"transit", strings(record.transit)}, {"destination", strings(record.destination)}}},
        {"proceedings", all(record.proceedings, proceeding)},
        {"persons", all(record.persons, person)},
        {"charges", all(record.charges, charge)},
        {"texts", all(record.texts, section)},
        {"legal_concepts", all(record.legal_concepts, [&](const Tag& value) { return tag(value, vocabularies.legal_concepts, lang); })},
        {"evidential_issues",
         all(record.evidential_issues, [&](const Tag& value) { return issue(value, vocabularies.evidential_issues, lang); })},
        {"keywords", all(record.keywords,
                         [](const Keyword& value) {
                             return json::object{{"source", clean_utf8(value.source)},
                                                 {"category", or_null(value.category)},
                                                 {"value", clean_utf8(value.value)}};
                         })},
        {"later_history",
         all(record.later_history,
             [](const LaterEvent& value) {
                 return json::object{{"date", or_null(value.date)}, {"effect", clean_utf8(value.effect)}, {"text", clean_utf8(value.text)}};
             })},
        {"sources", all(record.sources, link)},
        {"attachments", all(record.attachments, link)},
        {"provenance", provenance(record.provenance)}};
    return json::serialize(object);
}

}  // namespace palermo
