// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary_reader.hpp"

#include "corpus/facet.hpp"
#include "corpus/xml_fault.hpp"
#include "corpus/xml_namespaces.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace palermo {
namespace {

using pugi::xml_node;

constexpr std::string_view skos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view dct = "http://purl.org/dc/terms/";
constexpr std::string_view owl = "http://www.w3.org/2002/07/owl#";
constexpr std::string_view palermo_terms = "urn:palermo:vocabulary:1";

/// An id from an IRI: what follows the last '#' or '/'.
std::string id_of(std::string_view iri) { return std::string(iri.substr(iri.find_last_of("#/") + 1)); }

std::size_t offset_of(const xml_node& node) {
    const auto offset = node.offset_debug();
    return offset > 0 ? static_cast<std::size_t>(offset - 1) : 0;
}

/// Reads one file and collects what is wrong with it.
class Examiner {
public:
    Examiner(const SourceText& source, const Vocabulary* other) : source_(source), other_(other) {}

    VocabularyReading run() {
        pugi::xml_document document;
        const auto& text = source_.text();
        const auto parsed = document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
        if (!parsed) {
            if (auto fault = xml_fault(source_))
                reading_.findings.push_back(std::move(*fault));
            else
                report(static_cast<std::size_t>(parsed.offset), "The XML is not well-formed here.",
                       "Close what is open: a tag, a quote or a comment.");
            return std::move(reading_);
        }
        const auto root = document.document_element();
        base_ = xml::attribute(root, "xml:base");
        for (const auto& node : root.children()) read_element(node);
        if (reading_.scheme.empty() || (reading_.concepts.empty() && !has_errors(reading_.findings))) {
            reading_.findings = {error_at(source_.name(),
                                          "This is not a vocabulary: it needs one skos:ConceptScheme with a dct:identifier, and concepts.",
                                          "Compare it with schemas/legal-concepts.rdf.")};
            return std::move(reading_);
        }
        check_references();
        std::ranges::stable_sort(reading_.findings, {}, [](const Diagnostic& finding) { return finding.place.line; });
        return std::move(reading_);
    }

private:
    void report(std::size_t offset, std::string message, std::string mend, Severity severity = Severity::error) {
        reading_.findings.push_back(
            {.severity = severity, .place = source_.place_at(offset), .message = std::move(message), .mend = std::move(mend)});
    }

    /// Of what is passed over: an index may have been made with it.
    void warn(std::size_t offset, std::string message, std::string mend) {
        report(offset, std::move(message), std::move(mend), Severity::warning);
    }

    void read_element(const xml_node& node) {
        if (xml::is_element(node, skos, "ConceptScheme")) return read_scheme(node);
        if (xml::is_element(node, skos, "Concept")) return take(read_concept(node));
        if (node.type() == pugi::node_element)
            warn(offset_of(node), "An element <" + std::string(node.name()) + "> is not read here.",
                 "Write a skos:Concept, with its properties inside.");
    }

    void read_scheme(const xml_node& node) {
        reading_.version_offset = offset_of(node);
        for (const auto& property : node.children()) {
            if (xml::is_element(property, dct, "identifier")) reading_.scheme = xml::text_of(property);
            if (!xml::is_element(property, owl, "versionInfo")) continue;
            reading_.version = xml::text_of(property);
            reading_.version_offset = offset_of(property);
        }
    }

    Concept read_concept(const xml_node& node) {
        Concept entry;
        entry.offset = offset_of(node);
        entry.id = id_of(xml::attribute(node, "rdf:about"));
        std::map<std::string, std::string> status;
        for (const auto& property : node.children()) {
            const LocalText text{.lang = xml::language_of(property), .text = xml::text_of(property)};
            if (xml::is_element(property, skos, "broader")) entry.broader = target_of(property, Severity::warning);
            if (xml::is_element(property, skos, "notation")) entry.notation = text.text;
            if (xml::is_element(property, skos, "topConceptOf")) entry.is_top = true;
            if (xml::is_element(property, skos, "prefLabel")) add_label(entry, property, text);
            if (xml::is_element(property, skos, "altLabel")) entry.alternative_labels.push_back(text);
            if (xml::is_element(property, palermo_terms, "labelStatus")) status[text.lang] = text.text;
            if (xml::is_element(property, owl, "deprecated")) entry.deprecated = read_flag(property, text.text);
            if (xml::is_element(property, dct, "isReplacedBy")) read_replacement(entry, property);
            if (xml::is_element(property, skos, "Concept"))
                warn(offset_of(property), "A concept stands inside another here.", "Put one after the other, and say skos:broader.");
        }
        for (auto& label : entry.labels) label.status = status[label.label.lang];
        return entry;
    }

    /// The id that a property names.
    std::string target_of(const xml_node& property, Severity otherwise) {
        const auto iri = xml::attribute(property, "rdf:resource");
        const auto vocabulary = iri.substr(0, std::min(iri.find_last_of("#/"), iri.size()));
        if (!vocabulary.empty() && vocabulary != base_)
            report(offset_of(property), "<" + std::string(property.name()) + "> names a concept of another vocabulary: \"" + iri + "\".",
                   "Name one of this file, as \"#id\".", otherwise);
        return id_of(iri);
    }

    void add_label(Concept& entry, const xml_node& property, const LocalText& text) {
        const auto same = std::ranges::find(entry.labels, text.lang, [](const ConceptLabel& label) { return label.label.lang; });
        if (same == entry.labels.end()) return entry.labels.push_back({.label = text, .status = {}});
        warn(offset_of(property), "The concept \"" + entry.id + "\" has a second label in the language \"" + text.lang + "\".",
             "Keep one skos:prefLabel a language; write the other as skos:altLabel.");
    }

    bool read_flag(const xml_node& property, const std::string& text) {
        if (text != "true" && text != "false") report(offset_of(property), "owl:deprecated is true or false.", "Write true.");
        return text != "false";
    }

    void read_replacement(Concept& entry, const xml_node& property) {
        if (!entry.replaced_by.empty())
            report(offset_of(property), "The concept \"" + entry.id + "\" is replaced by two concepts.",
                   "Name the one that stands for it.");
        entry.replaced_by = target_of(property, Severity::error);
        if (entry.replaced_by.empty())
            report(offset_of(property), "This dct:isReplacedBy names no concept.", "Write rdf:resource=\"#id\".");
    }

    void take(Concept entry) {
        const auto has_english = std::ranges::any_of(
            entry.labels, [](const ConceptLabel& label) { return label.label.lang == "en" && !label.label.text.empty(); });
        if (entry.id.empty()) return report(entry.offset, "This concept has no id.", "Give it rdf:about=\"#...\".");
        if (entry.id == not_recorded) return report(entry.offset, "The id \"not-recorded\" is reserved.", "Choose another id.");
        if (!has_english)
            report(entry.offset, "The concept \"" + entry.id + "\" has no English label.", "Add <skos:prefLabel xml:lang=\"en\">.");
        if (!position_.emplace(entry.id, reading_.concepts.size()).second)
            return report(entry.offset, "The concept \"" + entry.id + "\" stands here a second time.", "Remove one of the two.");
        reading_.concepts.push_back(std::move(entry));
    }

    void check_references() {
        for (const auto& entry : reading_.concepts) {
            check_target(entry, entry.broader, "broader");
            check_target(entry, entry.replaced_by, "replacing");
        }
        // A circle of replacements has no end to look for a circle of the tree from.
        bool ends = true;
        for (const auto& entry : reading_.concepts) {
            if (!returns(entry.id, [](const Concept& one) { return one.replaced_by; })) continue;
            ends = false;
            report(entry.offset, "The concept \"" + entry.id + "\" is replaced by itself" + through(entry, entry.replaced_by) + '.',
                   "Let dct:isReplacedBy lead to a concept that is used.");
        }
        if (!ends) return;
        for (const auto& entry : reading_.concepts) {
            if (!entry.replaced_by.empty() || !returns(entry.id, [this](const Concept& one) { return standing_for(one.broader); }))
                continue;
            report(entry.offset, "The concept \"" + entry.id + "\" is broader than itself" + through(entry, entry.broader) + '.',
                   "Break the circle of skos:broader.");
        }
    }

    static std::string through(const Concept& entry, const std::string& next) {
        return next.empty() || next == entry.id ? std::string() : ", by way of \"" + next + '"';
    }

    void check_target(const Concept& entry, const std::string& target, const std::string& kind) {
        if (target.empty() || position_.contains(target)) return;
        const bool is_elsewhere = other_ != nullptr && other_->find(target) != nullptr;
        report(entry.offset, "The " + kind + " concept \"" + target + "\" of \"" + entry.id + "\" is not in this file.",
               is_elsewhere ? "It is a " + other_->scheme() + ": name one of the same vocabulary." : "Correct the id or add that concept.");
    }

    [[nodiscard]] const Concept* find(const std::string& id) const {
        const auto found = position_.find(id);
        return found == position_.end() ? nullptr : &reading_.concepts[found->second];
    }

    /// What stands for this id in the end.
    [[nodiscard]] std::string standing_for(std::string id) const {
        for (const auto* entry = find(id); entry != nullptr && !entry->replaced_by.empty(); entry = find(id)) id = entry->replaced_by;
        return id;
    }

    /// Whether following `next` from `id` comes back to it.
    template <class Next>
    [[nodiscard]] bool returns(const std::string& id, Next next) const {
        std::set<std::string> seen;
        for (const auto* entry = find(id); entry != nullptr && seen.insert(entry->id).second;) {
            const auto step = next(*entry);
            if (step == id) return true;
            entry = find(step);
        }
        return false;
    }

    const SourceText& source_;
    const Vocabulary* other_;
    std::string base_;
    std::map<std::string, std::size_t> position_;
    VocabularyReading reading_;
};

}  // namespace

std::string_view vocabulary_file(std::string_view scheme) {
    if (scheme == legal_concepts_scheme) return legal_concepts_file;
    return scheme == evidential_issues_scheme ? evidential_issues_file : std::string_view();
}

VocabularyReading examine_vocabulary(const SourceText& source, const Vocabulary* other) { return Examiner(source, other).run(); }

Result<Vocabulary> read_vocabulary(const SourceText& source) {
    auto reading = examine_vocabulary(source);
    const auto fault = std::ranges::find(reading.findings, Severity::error, &Diagnostic::severity);
    if (fault != reading.findings.end()) return *fault;
    return Vocabulary(std::move(reading.scheme), std::move(reading.version), std::move(reading.concepts));
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
        if (vocabulary_file(read->scheme()) != name)
            return error_at((directory / name).string(), "This file holds the scheme \"" + read->scheme() + "\".",
                            "Put the vocabulary that belongs under this name in its place.");
        *vocabulary = std::move(*read);
    }
    return vocabularies;
}

}  // namespace palermo
