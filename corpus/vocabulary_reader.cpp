// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary_reader.hpp"

#include "corpus/facet.hpp"
#include "corpus/xml_namespaces.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace palermo {
namespace {

using pugi::xml_node;

constexpr std::string_view skos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view palermo_terms = "urn:palermo:vocabulary:1";

/// An id from an IRI: what follows the last '#' or '/'.
std::string id_of(std::string_view iri) { return std::string(iri.substr(iri.find_last_of("#/") + 1)); }

Diagnostic at(const SourceText& source, const xml_node& node, std::string message, std::string mend) {
    const auto offset = node.offset_debug();
    return {.place = source.place_at(offset > 0 ? static_cast<std::size_t>(offset - 1) : 0),
            .message = std::move(message),
            .mend = std::move(mend)};
}

Concept read_concept(const xml_node& node) {
    Concept entry;
    entry.id = id_of(xml::attribute(node, "rdf:about"));
    std::map<std::string, std::string> status;
    for (const auto& property : node.children()) {
        if (xml::is_element(property, skos, "broader")) entry.broader = id_of(xml::attribute(property, "rdf:resource"));
        if (xml::is_element(property, skos, "notation")) entry.notation = xml::text_of(property);
        const LocalText text{.lang = xml::language_of(property), .text = xml::text_of(property)};
        if (xml::is_element(property, skos, "prefLabel")) entry.labels.push_back({.label = text, .status = {}});
        if (xml::is_element(property, skos, "altLabel")) entry.alternative_labels.push_back(text);
        if (xml::is_element(property, palermo_terms, "labelStatus")) status[text.lang] = text.text;
    }
    for (auto& label : entry.labels) label.status = status[label.label.lang];
    return entry;
}

bool has_english_label(const Concept& entry) {
    return std::ranges::any_of(entry.labels,
                               [](const ConceptLabel& label) { return label.label.lang == "en" && !label.label.text.empty(); });
}

/// True when following `broader` from `id` comes back to it.
bool is_circular(const std::string& id, const std::map<std::string, std::string>& broader) {
    std::set<std::string> seen;
    for (auto step = id; !step.empty(); step = broader.at(step)) {
        if (!seen.insert(step).second) return true;
    }
    return false;
}

Result<Vocabulary> build(const SourceText& source, const xml_node& root) {
    std::vector<Concept> concepts;
    std::vector<xml_node> nodes;
    std::map<std::string, std::string> broader;
    std::string scheme;
    std::string version;
    for (const auto& node : root.children()) {
        if (xml::is_element(node, skos, "ConceptScheme")) {
            scheme = xml::text_of(node.child("dct:identifier"));
            version = xml::text_of(node.child("owl:versionInfo"));
        }
        if (!xml::is_element(node, skos, "Concept")) continue;
        auto entry = read_concept(node);
        if (entry.id.empty()) return at(source, node, "This concept has no id.", "Give it rdf:about=\"...\".");
        if (entry.id == not_recorded) return at(source, node, "The id \"not-recorded\" is reserved.", "Choose another id.");
        if (!has_english_label(entry))
            return at(source, node, "The concept \"" + entry.id + "\" has no English label.", "Add <skos:prefLabel xml:lang=\"en\">.");
        if (!broader.emplace(entry.id, entry.broader).second)
            return at(source, node, "The concept \"" + entry.id + "\" stands here a second time.", "Remove one of the two.");
        concepts.push_back(std::move(entry));
        nodes.push_back(node);
    }
    for (std::size_t i = 0; i < concepts.size(); ++i) {
        const auto& entry = concepts[i];
        if (!entry.broader.empty() && !broader.contains(entry.broader)) {
            return at(source, nodes[i], "The broader concept \"" + entry.broader + "\" of \"" + entry.id + "\" is not in this file.",
                      "Correct the id or add that concept.");
        }
    }
    for (std::size_t i = 0; i < concepts.size(); ++i) {
        if (is_circular(concepts[i].id, broader))
            return at(source, nodes[i], "The concept \"" + concepts[i].id + "\" is broader than itself.",
                      "Break the circle of skos:broader.");
    }
    if (scheme.empty() || concepts.empty()) {
        return error_at(source.name(), "This is not a vocabulary: it needs one skos:ConceptScheme with a dct:identifier, and concepts.",
                        "Compare it with schemas/legal-concepts.rdf.");
    }
    return Vocabulary(std::move(scheme), std::move(version), std::move(concepts));
}

}  // namespace

Result<Vocabulary> read_vocabulary(const SourceText& source) {
    pugi::xml_document document;
    const auto parsed = document.load_buffer(source.text().data(), source.text().size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
        return Diagnostic{.place = source.place_at(static_cast<std::size_t>(parsed.offset)),
                          .message = "The XML is not well-formed here.",
                          .mend = "Close what is open: a tag, a quote or a comment."};
    }
    return build(source, document.document_element());
}

Result<Vocabularies> read_vocabularies(const std::filesystem::path& directory) {
    Vocabularies vocabularies;
    const std::pair<std::string_view, Vocabulary*> files[] = {{legal_concepts_file, &vocabularies.legal_concepts},
                                                              {evidential_issues_file, &vocabularies.evidential_issues}};
    for (const auto& [name, vocabulary] : files) {
        const auto source = open_source(directory / name);
        if (!source) return source.error();
        auto read = read_vocabulary(*source);
        if (!read) return read.error();
        *vocabulary = std::move(*read);
    }
    return vocabularies;
}

}  // namespace palermo
