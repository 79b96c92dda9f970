// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary_editor.hpp"

#include "corpus/concept_text.hpp"
#include "corpus/facet.hpp"
#include "corpus/vocabulary_lint.hpp"
#include "corpus/vocabulary_reader.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

using concept_text::append_property;
using concept_text::element_at;
using concept_text::erase_property;
using concept_text::escaped;
using concept_text::find_property;

constexpr std::string_view deprecated_property = "<owl:deprecated>true</owl:deprecated>";
constexpr std::string_view top_property = "<skos:topConceptOf rdf:resource=\"\"/>";

std::string reference(const std::string& name, const std::string& id) { return '<' + name + " rdf:resource=\"#" + id + "\"/>"; }

std::string in_language(const std::string& name, const std::string& lang, const std::string& text) {
    return '<' + name + " xml:lang=\"" + lang + "\">" + escaped(text) + "</" + name + '>';
}

/// Puts `property` in the place of the one of that name, or behind the others.
void put(std::string& text, std::size_t concept_offset, const std::string& name, const std::string& lang, const std::string& property) {
    const auto entry = element_at(text, concept_offset);
    const auto old = lang.empty() ? find_property(text, entry, name) : find_property(text, entry, name, "xml:lang", lang);
    if (old)
        text.replace(old->begin, old->end - old->begin, property);
    else
        append_property(text, entry, property);
}

void drop(std::string& text, std::size_t concept_offset, const std::string& name) {
    while (const auto old = find_property(text, element_at(text, concept_offset), name)) erase_property(text, *old);
}

std::vector<std::string> properties_of(const NewConcept& wanted) {
    std::vector<std::string> properties{"<skos:inScheme rdf:resource=\"\"/>"};
    properties.push_back(wanted.broader.empty() ? std::string(top_property) : reference("skos:broader", wanted.broader));
    if (!wanted.notation.empty()) properties.push_back("<skos:notation>" + escaped(wanted.notation) + "</skos:notation>");
    for (const auto& [label, status] : wanted.labels) {
        properties.push_back(in_language("skos:prefLabel", label.lang, label.text));
        properties.push_back(in_language("palermo:labelStatus", label.lang, status));
    }
    for (const auto& label : wanted.alternative_labels) properties.push_back(in_language("skos:altLabel", label.lang, label.text));
    return properties;
}

const std::string* label_in(const Concept& entry, const std::string& lang) {
    const auto found = std::ranges::find(entry.labels, lang, [](const ConceptLabel& label) { return label.label.lang; });
    return found == entry.labels.end() ? nullptr : &found->label.text;
}

}  // namespace

VocabularyEditor::VocabularyEditor(SourceText source, Vocabulary vocabulary, std::size_t version_offset)
    : source_(std::move(source)), vocabulary_(std::move(vocabulary)), version_offset_(version_offset) {}

Result<VocabularyEditor> VocabularyEditor::open(SourceText source) {
    auto reading = examine_vocabulary(source);
    const auto fault = std::ranges::find(reading.findings, Severity::error, &Diagnostic::severity);
    if (fault != reading.findings.end()) return *fault;
    Vocabulary vocabulary(std::move(reading.scheme), std::move(reading.version), std::move(reading.concepts));
    return VocabularyEditor(std::move(source), std::move(vocabulary), reading.version_offset);
}

Diagnostic VocabularyEditor::refuse(const Concept& entry, std::string message, std::string mend) const {
    return {.place = source_.place_at(entry.offset), .message = std::move(message), .mend = std::move(mend)};
}

Result<const Concept*> VocabularyEditor::known(const std::string& id) const {
    if (const auto* entry = vocabulary_.find(id)) return entry;
    const auto near = vocabulary_.nearest_id(id);
    return error_at(source_.name(), "There is no " + vocabulary_.scheme() + " \"" + id + "\" in this file.",
                    near ? "Did you mean \"" + *near + "\"?" : "Name the id of one of its concepts.");
}

Result<const Concept*> VocabularyEditor::live(const std::string& id) const {
    const auto entry = known(id);
    if (!entry || (*entry)->is_live()) return entry;
    if ((*entry)->replaced_by.empty()) return refuse(**entry, "The concept \"" + id + "\" is deprecated.", "Restore it, or name another.");
    return refuse(**entry, "The concept \"" + id + "\" is replaced by \"" + vocabulary_.resolve(id)->id + "\".",
                  "Name that one, or restore this one first.");
}

Result<void> VocabularyEditor::check_new_id(const std::string& id) const {
    if (const auto* entry = vocabulary_.find(id))
        return refuse(*entry, "The id \"" + id + "\" is taken.", "Choose another; an id is never used again, not even a deprecated one.");
    if (!is_concept_id(id) || id == not_recorded)
        return error_at(source_.name(), "\"" + id + "\" cannot be an id.",
                        "Use small letters, digits and hyphens between them, as in \"debt-bondage\".");
    return {};
}

Result<void> VocabularyEditor::take(std::string text, const std::function<bool(const Vocabulary&)>& is_done) {
    auto changed = open(SourceText(source_.name(), std::move(text)));
    if (!changed) return changed.error();
    if (!is_done(changed->vocabulary_))
        return error_at(source_.name(), "This file is not written as Palermo's own are, and could not be changed safely.",
                        "Change it in a text editor; schemas/README.md shows how.");
    *this = std::move(*changed);
    return {};
}

Result<void> VocabularyEditor::add(const NewConcept& wanted) {
    if (auto fits = check_new_id(wanted.id); !fits) return fits;
    if (!wanted.broader.empty()) {
        if (const auto parent = live(wanted.broader); !parent) return parent.error();
    }
    const auto* neighbour = &vocabulary_.concepts().back();
    for (const auto& entry : vocabulary_.concepts()) {
        const auto chain = vocabulary_.with_ancestors(entry.id);
        if (!wanted.broader.empty() && std::ranges::find(chain, wanted.broader) != chain.end()) neighbour = &entry;
    }
    auto text = source_.text();
    const auto place = element_at(text, neighbour->offset);
    const auto inner = std::string(concept_text::space_before(text, text.find('<', place.content_begin)));
    auto block = std::string(concept_text::space_before(text, place.begin)) + "<skos:Concept rdf:about=\"#" + wanted.id + "\">";
    for (const auto& property : properties_of(wanted)) block += inner + property;
    block += std::string(concept_text::space_before(text, place.content_end)) + "</skos:Concept>";
    text.insert(place.end, block);
    return take(std::move(text), [&](const Vocabulary& now) { return now.find(wanted.id) != nullptr; });
}

Result<void> VocabularyEditor::relabel(const std::string& id, const ConceptLabel& label, bool keep_old) {
    const auto entry = live(id);
    if (!entry) return entry.error();
    auto text = source_.text();
    const auto& lang = label.label.lang;
    if (const auto* old = label_in(**entry, lang); keep_old && old != nullptr && *old != label.label.text)
        append_property(text, element_at(text, (*entry)->offset), in_language("skos:altLabel", lang, *old));
    put(text, (*entry)->offset, "skos:prefLabel", lang, in_language("skos:prefLabel", lang, label.label.text));
    put(text, (*entry)->offset, "palermo:labelStatus", lang, in_language("palermo:labelStatus", lang, label.status));
    return take(std::move(text), [&](const Vocabulary& now) {
        const auto* written = label_in(*now.find(id), lang);
        return written != nullptr && *written == label.label.text;
    });
}

Result<void> VocabularyEditor::add_alternative(const std::string& id, const LocalText& label) {
    const auto entry = live(id);
    if (!entry) return entry.error();
    auto text = source_.text();
    append_property(text, element_at(text, (*entry)->offset), in_language("skos:altLabel", label.lang, label.text));
    return take(std::move(text), [&](const Vocabulary& now) {
        const auto& all = now.find(id)->alternative_labels;
        return std::ranges::find(all, label) != all.end();
    });
}

std::string VocabularyEditor::with_replaced(const Concept& entry, const std::string& into) const {
    auto text = source_.text();
    // From the end, so that the offsets before stay right.
    for (auto i = vocabulary_.concepts().size(); i-- > 0;) {
        const auto& other = vocabulary_.concepts()[i];
        if (other.broader == entry.id && other.id != into) put(text, other.offset, "skos:broader", "", reference("skos:broader", into));
        if (other.id != entry.id) continue;
        put(text, entry.offset, "owl:deprecated", "", std::string(deprecated_property));
        put(text, entry.offset, "dct:isReplacedBy", "", reference("dct:isReplacedBy", into));
    }
    return text;
}

Result<void> VocabularyEditor::merge(const std::string& id, const std::string& into) {
    const auto entry = live(id);
    if (!entry) return entry.error();
    const auto target = live(into);
    if (!target) return target.error();
    if (id == into) return refuse(**entry, "A concept cannot stand for itself.", "Name another one to merge \"" + id + "\" into.");
    const auto above = vocabulary_.with_ancestors(into);
    if (std::ranges::find(above, id) != above.end())
        return refuse(**target, "The concept \"" + into + "\" is below \"" + id + "\", and would end up below itself.",
                      "First move it: palermo-indexer vocabulary move " + into + " --top (or --under another).");
    return take(with_replaced(**entry, into), [&](const Vocabulary& now) { return now.resolve(id)->id == into; });
}

Result<void> VocabularyEditor::rename(const std::string& id, const std::string& new_id) {
    const auto entry = live(id);
    if (!entry) return entry.error();
    if (auto fits = check_new_id(new_id); !fits) return fits;
    const auto old = element_at(source_.text(), (*entry)->offset);
    auto copy = std::string(concept_text::space_before(source_.text(), old.begin)) + source_.text().substr(old.begin, old.end - old.begin);
    const auto name = copy.find('#' + id);
    if (name == std::string::npos) return refuse(**entry, "This concept is not named by \"#" + id + "\".", "Rename it in a text editor.");
    copy.replace(name, id.size() + 1, '#' + new_id);
    // The new one stands before the old, which then is replaced by it.
    auto text = source_.text();
    text.insert(old.begin - concept_text::space_before(text, old.begin).size(), copy);
    const auto before = *this;
    if (auto copied = take(std::move(text), [&](const Vocabulary& now) { return now.find(new_id) != nullptr; }); !copied) return copied;
    auto merged = merge(id, new_id);
    if (!merged) *this = before;
    return merged;
}

Result<void> VocabularyEditor::deprecate(const std::string& id) {
    const auto entry = live(id);
    if (!entry) return entry.error();
    auto text = source_.text();
    put(text, (*entry)->offset, "owl:deprecated", "", std::string(deprecated_property));
    return take(std::move(text), [&](const Vocabulary& now) { return now.find(id)->deprecated; });
}

Result<void> VocabularyEditor::restore(const std::string& id) {
    const auto entry = known(id);
    if (!entry) return entry.error();
    if ((*entry)->is_live()) return refuse(**entry, "The concept \"" + id + "\" is in use.", "There is nothing to restore.");
    auto text = source_.text();
    drop(text, (*entry)->offset, "owl:deprecated");
    drop(text, (*entry)->offset, "dct:isReplacedBy");
    return take(std::move(text), [&](const Vocabulary& now) { return now.find(id)->is_live(); });
}

Result<void> VocabularyEditor::move(const std::string& id, const std::string& broader) {
    const auto entry = live(id);
    if (!entry) return entry.error();
    if (!broader.empty()) {
        if (const auto parent = live(broader); !parent) return parent.error();
        const auto above = vocabulary_.with_ancestors(broader);
        if (std::ranges::find(above, id) != above.end())
            return refuse(**entry, "The concept \"" + broader + "\" is \"" + id + "\" or below it.", "Name one outside of it.");
    }
    auto text = source_.text();
    const auto from = broader.empty() ? "skos:broader" : "skos:topConceptOf";
    const auto into = broader.empty() ? "skos:topConceptOf" : "skos:broader";
    const auto property = broader.empty() ? std::string(top_property) : reference("skos:broader", broader);
    // In the place of what it replaces.
    const auto is_there = find_property(text, element_at(text, (*entry)->offset), into).has_value();
    put(text, (*entry)->offset, is_there ? into : from, "", property);
    if (is_there) drop(text, (*entry)->offset, from);
    return take(std::move(text), [&](const Vocabulary& now) { return now.find(id)->broader == broader; });
}

Result<void> VocabularyEditor::set_version(const std::string& version) {
    auto text = source_.text();
    const auto old = element_at(text, version_offset_);
    if (text.substr(old.begin + 1, 15) != "owl:versionInfo")
        return error_at(source_.name(), "The vocabulary says no version.", "Add <owl:versionInfo> to its skos:ConceptScheme.");
    text.replace(old.content_begin, old.content_end - old.content_begin, escaped(version));
    return take(std::move(text), [&](const Vocabulary& now) { return now.version() == version; });
}

}  // namespace palermo
