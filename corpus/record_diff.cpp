// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_diff.hpp"

#include <map>
#include <set>
#include <utility>

namespace palermo {
namespace {

class Describer {
public:
    std::vector<FieldValue> run(const CaseRecord& record) {
        add_head(record);
        for (std::size_t i = 0; i < record.proceedings.size(); ++i) add_proceeding(record.proceedings[i], i + 1);
        for (std::size_t i = 0; i < record.persons.size(); ++i) add_person(record.persons[i], i + 1);
        for (std::size_t i = 0; i < record.charges.size(); ++i) add_charge(record.charges[i], i + 1);
        for (const auto& text : record.texts) {
            for (const auto& paragraph : text.paragraphs)
                add(text.kind + " (" + text.lang + "), paragraph " + paragraph.id, paragraph.text);
        }
        for (const auto& tag : record.legal_concepts) add_tag("legal concept", tag);
        for (const auto& tag : record.evidential_issues) add_tag("evidential issue", tag);
        add_tail(record);
        return std::move(fields_);
    }

private:
    /// A field that is named again gets a number.
    void add(std::string field, std::string value) {
        if (value.empty()) return;
        const auto count = ++times_[field];
        if (count > 1) field += " [" + std::to_string(count) + ']';
        fields_.push_back({.field = std::move(field), .value = std::move(value)});
    }

    static std::string joined(const std::vector<std::string>& values) {
        std::string text;
        for (const auto& value : values) text += (text.empty() ? "" : ", ") + value;
        return text;
    }

    static std::string named(const char* kind, const std::string& id, std::size_t number) {
        return std::string(kind) + ' ' + (id.empty() ? std::to_string(number) : id);
    }

    void add_head(const CaseRecord& record) {
        add("title", record.title.text);
        add("title's language", record.title.lang);
        add("language", record.lang);
        add("restricted", record.restricted ? "yes" : "");
        for (const auto& identifier : record.identifiers) add("identifier (" + identifier.scheme + ')', identifier.value);
        add("jurisdiction", record.jurisdiction.code());
        add("respondents", joined(record.jurisdiction.respondents));
        for (const auto& type : record.crime_types) add("crime type (" + type.source + ')', type.code);
        add("countries of origin", joined(record.origin));
        add("countries of transit", joined(record.transit));
        add("countries of destination", joined(record.destination));
    }

    void add_proceeding(const Proceeding& proceeding, std::size_t number) {
        const auto name = named("proceeding", proceeding.id, number);
        add(name + " / stage", proceeding.stage);
        add(name + " / court", proceeding.court);
        add(name + " / court level", proceeding.court_level);
        add(name + " / decided", proceeding.decided_as_written);
        add(name + " / case reference", proceeding.case_reference);
        if (proceeding.outcome) {
            add(name + " / outcome", proceeding.outcome->code);
            add(name + " / outcome in words", proceeding.outcome->wording);
        }
        for (const auto& text : proceeding.description) add(name + " / description (" + text.lang + ')', text.text);
    }

    void add_person(const Person& person, std::size_t number) {
        const auto name = named(person.role == PersonRole::defendant ? "defendant" : "victim", person.id, number);
        add(name + " / kind", person.kind);
        add(name + " / name", person.name);
        add(name + " / count", person.count ? std::to_string(*person.count) : "");
        add(name + " / gender", person.gender);
        if (person.minor) add(name + " / minor", *person.minor ? "yes" : "no");
        add(name + " / age", person.age);
        add(name + " / nationality", joined(person.nationalities));
    }

    void add_charge(const Charge& charge, std::size_t number) {
        const auto name = "charge " + std::to_string(number);
        add(name + " / defendants", joined(charge.defendants));
        add(name + " / proceeding", charge.proceeding);
        add(name + " / details", charge.details);
        add(name + " / legislation", charge.legislation);
        add(name + " / verdict", charge.verdict);
        if (charge.sentence) add_sentence(name + " / sentence", *charge.sentence);
    }

    void add_sentence(const std::string& name, const Sentence& sentence) {
        add(name, sentence.life ? "life" : sentence.months ? std::to_string(*sentence.months) + " months" : "");
        add(name + ", suspended", sentence.suspended_months ? std::to_string(*sentence.suspended_months) + " months" : "");
        if (sentence.fine) add(name + ", fine", sentence.fine->amount + ' ' + sentence.fine->currency);
        if (sentence.compensation) add(name + ", compensation", sentence.compensation->amount + ' ' + sentence.compensation->currency);
        add(name + " in words", sentence.wording);
    }

    void add_tag(const std::string& kind, const Tag& tag) {
        auto value = "given by " + tag.source;
        if (!tag.section.empty()) value += ", section " + tag.section;
        if (!tag.role.empty()) value += ", " + tag.role;
        if (!tag.paragraphs.empty()) value += ", shown by " + joined(tag.paragraphs);
        add(kind + ' ' + tag.concept_id, std::move(value));
    }

    static std::string described(const Link& link) {
        auto value = link.text + ' ' + link.href;
        if (!link.lang.empty()) value += ", in " + link.lang;
        if (!link.media_type.empty()) value += ", " + link.media_type;
        return value;
    }

    /// By its rule. The reason is the waiver's own words: what it is about is said nowhere here.
    void add_waiver(const IdentityWaiver& waiver) {
        auto value = waiver.paragraphs.empty() ? std::string("in the whole record") : "in " + joined(waiver.paragraphs);
        if (!waiver.by.empty()) value += ", given by " + waiver.by;
        add("identity waiver " + waiver.rule, value + ": " + waiver.reason);
    }

    void add_tail(const CaseRecord& record) {
        for (const auto& keyword : record.keywords) add("keyword (" + keyword.source + ", " + keyword.category + ')', keyword.value);
        for (const auto& event : record.later_history)
            add("later history", (event.date ? event.date->to_string() + ' ' : "") + event.effect + ": " + event.text);
        for (const auto& link : record.sources) add("source", described(link));
        for (const auto& link : record.attachments) add("attachment", described(link));
        for (const auto& waiver : record.identity_waivers) add_waiver(waiver);
        add("catalogued", record.provenance.catalogued);
        add("catalogued by", record.provenance.by);
        for (const auto& note : record.provenance.notes) add("provenance note", note);
    }

    std::vector<FieldValue> fields_;
    std::map<std::string, int> times_;
};

}  // namespace

std::vector<FieldValue> describe_fields(const CaseRecord& record) { return Describer().run(record); }

std::vector<FieldChange> diff_records(const CaseRecord& before, const CaseRecord& after) {
    std::map<std::string, std::string> old_values;
    const auto old_fields = describe_fields(before);
    for (const auto& [field, value] : old_fields) old_values.emplace(field, value);
    std::vector<FieldChange> changes;
    std::set<std::string> in_new;
    for (auto& [field, value] : describe_fields(after)) {
        in_new.insert(field);
        const auto old = old_values.find(field);
        const auto old_value = old == old_values.end() ? std::string() : old->second;
        if (old_value != value) changes.push_back({.field = std::move(field), .before = old_value, .after = std::move(value)});
    }
    for (const auto& [field, value] : old_fields) {
        if (!in_new.contains(field)) changes.push_back({.field = field, .before = value, .after = {}});
    }
    return changes;
}

}  // namespace palermo
