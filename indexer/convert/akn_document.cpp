// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/akn_document.hpp"

#include "corpus/shortened.hpp"
#include "corpus/stop_at_fault.hpp"
#include "corpus/xml_fault.hpp"
#include "indexer/convert/akn_markup.hpp"

#include <libxml/parser.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace palermo {
namespace {

using pugi::xml_node;

struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

/// Where libxml2, which is strict, finds that this is no XML. No network, no files, and no entities: there is no document type.
std::optional<Diagnostic> not_well_formed(const SourceText& source) {
    const std::unique_ptr<xmlParserCtxt, Free> context(xmlNewParserCtxt());
    context->sax->serror = stop_at_fault;
    constexpr int options = XML_PARSE_HUGE | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    const auto& text = source.text();
    const std::unique_ptr<xmlDoc, Free> document(
        xmlCtxtReadMemory(context.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8", options));
    if (document != nullptr && context->nsWellFormed != 0) return std::nullopt;
    if (document == nullptr)
        return xml_fault(source).value_or(error_at(source.name(), "The XML cannot be read.", "Take the file from its publisher again."));
    Place place{.file = source.name()};
    if (const auto* error = xmlCtxtGetLastError(context.get()); error != nullptr) {
        place.line = error->line;
        place.column = error->int2;
    }
    return Diagnostic{.place = place,
                      .message = "A prefix is used here that no xmlns declares.",
                      .mend = "Declare it, or take the file from its publisher again."};
}

std::string name_of(const xml_node& node) { return std::string(xml::local_name(node.name())); }

bool is_element(const xml_node& node) { return node.type() == pugi::node_element; }

Diagnostic no_judgment(const Place& place, const xml_node& root) {
    const std::string space(xml::namespace_of(root));
    if (name_of(root) == "akomaNtoso" && space != akn_namespace)
        return {.place = place,
                .message = "This is Akoma Ntoso of another version: its namespace is " + in_quotes(space) + '.',
                .mend = "Bring it to version 1.0, " + std::string(akn_namespace) + ", first."};
    const auto first = root.find_child(is_element);
    if (name_of(root) == "akomaNtoso" && !first)
        return {.place = place, .message = "There is no document in this <akomaNtoso>.", .mend = "Take the file from its publisher again."};
    if (name_of(root) == "akomaNtoso" && name_of(first) == "judgment")
        return {.place = place,
                .message = "The <judgment> in it is not of the namespace of Akoma Ntoso: the outermost element is, and has a prefix.",
                .mend = "Write the prefix before judgment and all inside of it, or declare the namespace without one."};
    if (name_of(root) == "akomaNtoso")
        return {.place = place,
                .message = "This document is a <" + shortened(name_of(first)) + ">, and only a <judgment> is a case.",
                .mend = "Leave it out."};
    if (space == "urn:palermo:case-record:1")
        return {.place = place, .message = "This is a case record already.", .mend = "Load it; there is nothing to convert."};
    return {.place = place,
            .message = "This is not Akoma Ntoso: the outermost element is <" + shortened(root.name()) + ">.",
            .mend = "Give the XML of a judgment, with <akomaNtoso xmlns=\"" + std::string(akn_namespace) + "\"> outermost."};
}

bool is_text(const xml_node& node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

}  // namespace

AknDocument::AknDocument(const SourceText& source, std::unique_ptr<pugi::xml_document> document)
    : source_(&source), lines_(std::make_unique<LineIndex>(source)), document_(std::move(document)) {}

Result<AknDocument> AknDocument::open(const SourceText& source) {
    AknDocument akn(source, std::make_unique<pugi::xml_document>());
    const auto& text = source.text();
    // White space between words must stay, also where it stands alone between two elements.
    constexpr auto options = pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata;
    const auto parsed = akn.document_->load_buffer(text.data(), text.size(), options & ~pugi::parse_eol, pugi::encoding_utf8);
    for (const auto& node : akn.document_->children()) {
        if (node.type() != pugi::node_doctype) continue;
        return Diagnostic{.place = akn.lines_->place_at(text.find("<!DOCTYPE")),
                          .message = "The file declares a document type, which is not read here: entities could hide anything.",
                          .mend = "Remove the <!DOCTYPE ...> and write the characters themselves."};
    }
    if (auto fault = not_well_formed(source)) return std::move(*fault);
    const auto root = akn.document_->document_element();
    if (!parsed || !root)
        return Diagnostic{.place = akn.lines_->place_at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0))),
                          .message = "The XML cannot be read here.",
                          .mend = "Take the file from its publisher again."};
    if (xml::is_element(root, akn_namespace, "akomaNtoso")) akn.judgment_ = akn_child(root, "judgment");
    if (!akn.judgment_) return no_judgment(akn.place_of(root), root);
    return akn;
}

void AknDocument::note(const void* part, std::string_view words) {
    if (!read_.insert(part).second) return;
    if (const auto characters = count_characters(words); characters > 0) carried_ += {.pieces = 1, .characters = characters};
}

Said AknDocument::read(const xml_node& node, const char* attribute) {
    const auto found = node.attribute(attribute);
    if (!found) return {};
    note(found.internal_object(), found.value());
    return {.words = folded(found.value()), .place = place_of(node)};
}

void AknDocument::count_as_read(const xml_node& node, const char* attribute) {
    if (const auto found = node.attribute(attribute)) note(found.internal_object(), found.value());
}

std::string AknDocument::look(const xml_node& node, const char* attribute) { return folded(node.attribute(attribute).value()); }

std::string_view AknDocument::read_text(const xml_node& text) {
    note(text.internal_object(), text.value());
    return text.value();
}

std::size_t AknDocument::offset_of(const xml_node& node) const {
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
    // For an element pugixml points behind the '<'.
    return node.type() == pugi::node_element && offset > 0 ? offset - 1 : offset;
}

Place AknDocument::place_of(const xml_node& node) const {
    auto offset = offset_of(node);
    if (is_text(node)) {
        const auto words = source_->text().find_first_not_of(" \t\r\n", offset);
        if (words != std::string::npos) offset = words;
    }
    return lines_->place_at(offset);
}

std::vector<Unmapped> AknDocument::unread() const {
    std::vector<Unmapped> found;
    unread_in(document_->document_element(), found);
    return found;
}

void AknDocument::unread_attributes(const xml_node& node, std::vector<Unmapped>& found) const {
    const auto element = name_of(node);
    for (const auto& attribute : node.attributes()) {
        const std::string_view name = attribute.name();
        const std::string_view value = attribute.value();
        if (read_.contains(attribute.internal_object()) || name.starts_with("xmlns") || name == "xml:space") continue;
        // A passage in another language than the judgment.
        if (name == "xml:lang" && (node == judgment_ || node == judgment_.parent() || value == xml::language_of(judgment_))) continue;
        if (is_markup(element, xml::local_name(name), value) || count_characters(value) == 0) continue;
        const auto tag = offset_of(node);
        const auto at = source_->text().find(std::string(name) + '=', tag);
        const auto end = source_->text().find('>', tag);
        const auto key = element + "/@" + std::string(name);
        found.push_back({.place = lines_->place_at(at < end ? at : tag),
                         .name = key,
                         .key = key,
                         .words = folded(value),
                         .characters = count_characters(value),
                         .hint = {}});
    }
}

void AknDocument::unread_in(const xml_node& node, std::vector<Unmapped>& found) const {
    if (is_layout(name_of(node))) return;
    unread_attributes(node, found);
    for (const auto& child : node.children()) {
        if (child.type() == pugi::node_element) unread_in(child, found);
        if (!is_text(child) || read_.contains(child.internal_object())) continue;
        const auto characters = count_characters(child.value());
        if (characters == 0) continue;
        found.push_back({.place = place_of(child),
                         .name = '<' + name_of(node) + '>',
                         .key = name_of(node),
                         .words = folded(child.value()),
                         .characters = characters,
                         .hint = {}});
    }
}

std::vector<xml_node> akn_children(const xml_node& parent, std::string_view name) {
    std::vector<xml_node> found;
    for (const auto& node : parent.children()) {
        if (xml::is_element(node, akn_namespace, name)) found.push_back(node);
    }
    return found;
}

std::vector<xml_node> akn_below(const xml_node& parent, std::string_view name) {
    std::vector<xml_node> found;
    for (const auto& node : parent.children()) {
        if (xml::is_element(node, akn_namespace, name)) found.push_back(node);
        const auto deeper = akn_below(node, name);
        found.insert(found.end(), deeper.begin(), deeper.end());
    }
    return found;
}

xml_node akn_child(const xml_node& parent, std::string_view name) {
    const auto found = akn_children(parent, name);
    return found.empty() ? xml_node() : found.front();
}

}  // namespace palermo
