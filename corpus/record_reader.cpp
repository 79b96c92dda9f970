// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_reader.hpp"

#include "corpus/xml_fault.hpp"
#include "corpus/xml_namespaces.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

namespace palermo {
namespace {

using pugi::xml_node;
using xml::attribute;
using xml::text_of;

/// Children that are elements of ours with this name, whatever prefix they are written with.
std::vector<xml_node> children(const xml_node& parent, std::string_view name) {
    std::vector<xml_node> found;
    for (const auto& node : parent.children()) {
        if (xml::is_element(node, record_namespace, name)) found.push_back(node);
    }
    return found;
}

xml_node child(const xml_node& parent, std::string_view name) {
    for (const auto& node : parent.children()) {
        if (xml::is_element(node, record_namespace, name)) return node;
    }
    return {};
}

std::vector<std::string> words(const std::string& list) {
    constexpr std::string_view white_space = " \t\r\n";
    std::vector<std::string> found;
    for (auto begin = list.find_first_not_of(white_space); begin != std::string::npos;) {
        const auto end = std::min(list.find_first_of(white_space, begin), list.size());
        found.push_back(list.substr(begin, end - begin));
        begin = list.find_first_not_of(white_space, end);
    }
    return found;
}

std::optional<int> number(const std::string& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool is_true(const std::string& text) { return text == "true" || text == "1"; }

std::optional<bool> truth(const std::string& text) { return text.empty() ? std::nullopt : std::optional(is_true(text)); }

std::size_t offset_of(const xml_node& node) {
    // pugixml points at the name, one byte behind the '<'.
    const auto offset = node.offset_debug();
    return offset > 0 ? static_cast<std::size_t>(offset - 1) : 0;
}

LocalText local_text(const xml_node& node) { return {.lang = xml::language_of(node), .text = text_of(node)}; }

std::vector<std::string> countries(const xml_node& parent, std::string_view name) {
    std::vector<std::string> found;
    for (const auto& node : children(parent, name)) found.push_back(attribute(node, "country"));
    return found;
}

Proceeding read_proceeding(const xml_node& node) {
    const auto court = child(node, "court");
    const auto decided = text_of(child(node, "decided"));
    Proceeding proceeding{.id = attribute(node, "id"),
                          .stage = attribute(node, "stage"),
                          .court = text_of(court),
                          .court_level = attribute(court, "level"),
                          .decided = PartialDate::parse(decided),
                          .decided_as_written = decided,
                          .case_reference = text_of(child(node, "case-reference")),
                          .outcome = std::nullopt,
                          .description = {},
                          .offset = offset_of(node)};
    if (const auto outcome = child(node, "outcome")) proceeding.outcome = {.code = attribute(outcome, "code"), .wording = text_of(outcome)};
    for (const auto& description : children(node, "description")) proceeding.description.push_back(local_text(description));
    return proceeding;
}

Person read_person(const xml_node& node, PersonRole role) {
    return {.role = role,
            .id = attribute(node, "id"),
            .kind = attribute(node, "kind"),
            .name = role == PersonRole::defendant ? text_of(child(node, "name")) : std::string(),
            .count = number(attribute(node, "count")),
            .gender = attribute(node, "gender"),
            .minor = truth(attribute(node, "minor")),
            .age = text_of(child(node, "age")),
            .nationalities = countries(node, "nationality"),
            .offset = offset_of(node)};
}

std::optional<Money> read_money(const xml_node& node) {
    if (!node) return std::nullopt;
    return Money{.currency = attribute(node, "currency"), .amount = attribute(node, "amount")};
}

std::optional<Sentence> read_sentence(const xml_node& node) {
    if (!node) return std::nullopt;
    const auto imprisonment = child(node, "imprisonment");
    return Sentence{.months = number(attribute(imprisonment, "months")),
                    .life = is_true(attribute(imprisonment, "life")),
                    .suspended_months = number(attribute(imprisonment, "suspended-months")),
                    .fine = read_money(child(node, "fine")),
                    .compensation = read_money(child(node, "compensation")),
                    .wording = text_of(child(node, "wording"))};
}

Charge read_charge(const xml_node& node) {
    return {.defendants = words(attribute(node, "defendants")),
            .proceeding = attribute(node, "proceeding"),
            .details = text_of(child(node, "details")),
            .legislation = text_of(child(node, "legislation")),
            .verdict = text_of(child(node, "verdict")),
            .sentence = read_sentence(child(node, "sentence")),
            .offset = offset_of(node)};
}

TextSection read_text(const xml_node& node) {
    TextSection section{.kind = attribute(node, "kind"), .lang = xml::language_of(node), .paragraphs = {}};
    for (const auto& paragraph : children(node, "p")) {
        section.paragraphs.push_back({.id = attribute(paragraph, "id"),
                                      .number = std::to_string(section.paragraphs.size() + 1),
                                      .text = text_of(paragraph),
                                      .offset = offset_of(paragraph)});
    }
    return section;
}

Tag read_tag(const xml_node& node) {
    return {.concept_id = attribute(node, "ref"),
            .source = attribute(node, "source"),
            .section = attribute(node, "section"),
            .role = attribute(node, "role"),
            .paragraphs = words(attribute(node, "paragraphs")),
            .offset = offset_of(node)};
}

Link read_link(const xml_node& node) {
    return {.href = attribute(node, "href"),
            .text = text_of(node),
            .lang = attribute(node, "xml:lang"),
            .media_type = attribute(node, "media-type"),
            .offset = offset_of(node)};
}

IdentityWaiver read_waiver(const xml_node& node) {
    return {.rule = attribute(node, "rule"),
            .paragraphs = words(attribute(node, "paragraphs")),
            .reason = attribute(node, "reason"),
            .by = attribute(node, "by"),
            .offset = offset_of(node)};
}

void read_identity(const xml_node& root, CaseRecord& record) {
    record.id = attribute(root, "id");
    record.lang = attribute(root, "xml:lang");
    record.restricted = is_true(attribute(root, "restricted"));
    record.title = local_text(child(root, "title"));
    for (const auto& node : children(child(root, "identifiers"), "identifier")) {
        record.identifiers.push_back({.scheme = attribute(node, "scheme"), .value = text_of(node)});
    }
    const auto jurisdiction = child(root, "jurisdiction");
    record.jurisdiction = {.country = attribute(jurisdiction, "country"),
                           .body = attribute(jurisdiction, "body"),
                           .respondents = countries(jurisdiction, "respondent"),
                           .offset = offset_of(jurisdiction)};
    for (const auto& node : children(child(root, "crime-types"), "crime-type")) {
        record.crime_types.push_back({.code = text_of(node), .source = attribute(node, "source")});
    }
    const auto involved = child(root, "countries");
    record.origin = countries(involved, "origin");
    record.transit = countries(involved, "transit");
    record.destination = countries(involved, "destination");
}

void read_proceedings(const xml_node& root, CaseRecord& record) {
    for (const auto& node : children(child(root, "proceedings"), "proceeding")) record.proceedings.push_back(read_proceeding(node));
    const auto persons = child(root, "persons");
    for (const auto& node : children(persons, "defendant")) record.persons.push_back(read_person(node, PersonRole::defendant));
    for (const auto& node : children(persons, "victim")) record.persons.push_back(read_person(node, PersonRole::victim));
    for (const auto& node : children(child(root, "charges"), "charge")) record.charges.push_back(read_charge(node));
}

void read_content(const xml_node& root, CaseRecord& record) {
    for (const auto& node : children(child(root, "texts"), "text")) record.texts.push_back(read_text(node));
    const auto tags = child(root, "tags");
    for (const auto& node : children(tags, "legal-concept")) record.legal_concepts.push_back(read_tag(node));
    for (const auto& node : children(tags, "evidential-issue")) record.evidential_issues.push_back(read_tag(node));
    for (const auto& node : children(child(root, "keywords"), "keyword")) {
        record.keywords.push_back({.source = attribute(node, "source"), .category = attribute(node, "category"), .value = text_of(node)});
    }
}

void read_history(const xml_node& root, CaseRecord& record) {
    for (const auto& node : children(child(root, "later-history"), "event")) {
        record.later_history.push_back({.date = PartialDate::parse(attribute(node, "date")),
                                        .effect = attribute(node, "effect"),
                                        .text = text_of(node),
                                        .offset = offset_of(node)});
    }
    for (const auto& node : children(child(root, "sources"), "source")) record.sources.push_back(read_link(node));
    for (const auto& node : children(child(root, "attachments"), "attachment")) record.attachments.push_back(read_link(node));
    for (const auto& node : children(child(root, "identity-waivers"), "waiver")) record.identity_waivers.push_back(read_waiver(node));
    const auto provenance = child(root, "provenance");
    record.provenance = {
        .catalogued = attribute(provenance, "catalogued"), .by = attribute(provenance, "by"), .notes = {}, .offset = offset_of(provenance)};
    for (const auto& node : children(provenance, "note")) record.provenance.notes.push_back(text_of(node));
}

Diagnostic at(const SourceText& source, std::size_t offset, std::string message, std::string mend) {
    return {.place = source.place_at(offset), .message = std::move(message), .mend = std::move(mend)};
}

}  // namespace

Result<CaseRecord> read_record(const SourceText& source) {
    pugi::xml_document document;
    const auto& text = source.text();
    const auto parsed =
        document.load_buffer(text.data(), text.size(),
                             (pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata) & ~pugi::parse_eol, pugi::encoding_utf8);
    if (!parsed) {
        if (auto fault = xml_fault(source)) return std::move(*fault);
        return at(source, static_cast<std::size_t>(parsed.offset), "The XML is not well-formed here.",
                  "Close what is open: a tag, a quote or a comment.");
    }
    for (const auto& node : document.children()) {
        if (node.type() == pugi::node_doctype) {
            return at(source, text.find("<!DOCTYPE"), "A record has no document type and no entities of its own.",
                      "Remove the <!DOCTYPE ...> and write the characters themselves.");
        }
    }
    const auto root = document.document_element();
    if (!xml::is_element(root, record_namespace, "case")) {
        return at(source, offset_of(root),
                  "This is not a case record: the outermost element must be <case xmlns=\"" + std::string(record_namespace) + "\">.",
                  "Write the record in the format of schemas/case-record.xsd.");
    }
    CaseRecord record;
    record.offset = offset_of(root);
    read_identity(root, record);
    read_proceedings(root, record);
    read_content(root, record);
    read_history(root, record);
    return record;
}

}  // namespace palermo
