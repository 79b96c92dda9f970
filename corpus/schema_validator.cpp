// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/schema_validator.hpp"

#include "corpus/schema_finding.hpp"
#include "corpus/stop_at_fault.hpp"
#include "corpus/xml_fault.hpp"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
    void operator()(xmlSchema* schema) const { xmlSchemaFree(schema); }
    void operator()(xmlSchemaParserCtxt* context) const { xmlSchemaFreeParserCtxt(context); }
    void operator()(xmlSchemaValidCtxt* context) const { xmlSchemaFreeValidCtxt(context); }
};

template <class Type>
using Handle = std::unique_ptr<Type, Free>;

std::string name_of_node(const xmlNode* node) {
    const auto* name = node->name;
    return name == nullptr ? std::string() : std::string(name, name + xmlStrlen(name));
}

/// The byte where a start tag begins: the last "<name" up to the end of the line that the engine names.
std::size_t tag_offset(const SourceText& source, int line, const std::string& element) {
    const auto line_begin = source.line_start(line);
    const auto line_end = source.line_start(line + 1);
    auto found = source.text().rfind("<" + element, line_end);
    if (found == std::string::npos) found = source.text().find_first_not_of(" \t", line_begin);
    return found == std::string::npos ? line_begin : found;
}

/// The byte where an attribute begins inside the tag at `tag`; the tag itself when it cannot be seen there.
std::size_t attribute_offset(const SourceText& source, std::size_t tag, const std::string& attribute) {
    const auto found = source.text().find(' ' + attribute + '=', tag);
    const auto tag_end = source.text().find('>', tag);
    return found == std::string::npos || found > tag_end ? tag : found + 1;
}

/// The engine names an attribute in its message only: "Element 'x', attribute 'y': ...", and xml:lang as "{http://...}lang".
std::string attribute_of(const std::string& message) {
    constexpr std::string_view before = "', attribute '";
    const auto found = message.find(before);
    if (found == std::string::npos) return {};
    const auto begin = found + before.size();
    auto name = message.substr(begin, message.find('\'', begin) - begin);
    const auto brace = name.find('}');
    if (brace == std::string::npos) return name;
    return (name.starts_with("{http://www.w3.org/XML/") ? "xml:" : "") + name.substr(brace + 1);
}

/// Collects what the engine reports during one validation.
struct Collector {
    const SourceText& source;
    Diagnostics findings;
    std::size_t left_out = 0;
};

void collect(void* data, xmlError* error) {
    auto& collector = *static_cast<Collector*>(data);
    SchemaFinding finding{.code = error->code, .element = {}, .attribute = {}, .message = error->message != nullptr ? error->message : ""};
    auto line = error->line;
    if (const auto* node = static_cast<const xmlNode*>(error->node); node != nullptr) {
        const auto* element = node->type == XML_ATTRIBUTE_NODE ? node->parent : node;
        finding.element = name_of_node(element);
        finding.attribute = attribute_of(finding.message);
        line = static_cast<int>(xmlGetLineNo(element));
    }
    const auto words = describe(finding);
    auto offset = tag_offset(collector.source, line, finding.element);
    if (!finding.attribute.empty()) offset = attribute_offset(collector.source, offset, finding.attribute);
    const auto place = collector.source.place_at(offset);
    // The engine reports one wrong value twice: by the facet that it breaks and by the type.
    if (!collector.findings.empty() && collector.findings.back().place == place) return;
    if (collector.findings.size() == max_schema_findings) {
        ++collector.left_out;
        return;
    }
    collector.findings.push_back({.severity = Severity::error, .place = place, .message = words.message, .mend = words.mend});
}

void ignore(void*, xmlError*) {}

Handle<xmlDoc> parse(const SourceText& source, Diagnostics& findings) {
    const Handle<xmlParserCtxt> context(xmlNewParserCtxt());
    context->sax->serror = stop_at_fault;
    // Neither entities nor external files: a record needs none, and bombs are made of them. Without them a large text is no danger, which
    // the library otherwise refuses from ten million bytes on. It is UTF-8, whatever encoding its first line still names.
    constexpr int options =
        XML_PARSE_IGNORE_ENC | XML_PARSE_HUGE | XML_PARSE_COMPACT | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    const auto& text = source.text();
    Handle<xmlDoc> document(xmlCtxtReadMemory(context.get(), text.data(), static_cast<int>(text.size()), nullptr, nullptr, options));
    if (document != nullptr) return document;
    findings.push_back(xml_fault(source).value_or(error_at(source.name(), "The XML cannot be read.", "Save it again as plain XML.")));
    return nullptr;
}

bool has_document_type(const SourceText& source, Diagnostics& findings) {
    const auto found = source.text().find("<!DOCTYPE");
    if (found == std::string::npos) return false;
    findings.push_back({.severity = Severity::error,
                        .place = source.place_at(found),
                        .message = "A record has no document type and no entities of its own.",
                        .mend = "Remove the <!DOCTYPE ...> and write the characters themselves."});
    return true;
}

}  // namespace

struct SchemaValidator::Schema {
    Handle<xmlSchema> schema;
};

SchemaValidator::SchemaValidator(std::unique_ptr<Schema> schema) : schema_(std::move(schema)) {}
SchemaValidator::SchemaValidator(SchemaValidator&&) noexcept = default;
SchemaValidator& SchemaValidator::operator=(SchemaValidator&&) noexcept = default;
SchemaValidator::~SchemaValidator() = default;

Result<SchemaValidator> SchemaValidator::open(const std::filesystem::path& xsd) {
    // The engine complains of a missing file on standard error, past every hook.
    std::error_code error;
    const Handle<xmlSchemaParserCtxt> context(std::filesystem::exists(xsd, error) ? xmlSchemaNewParserCtxt(xsd.c_str()) : nullptr);
    if (context != nullptr) xmlSchemaSetParserStructuredErrors(context.get(), ignore, nullptr);
    Handle<xmlSchema> schema(context != nullptr ? xmlSchemaParse(context.get()) : nullptr);
    if (schema == nullptr) {
        return error_at(xsd.string(), "The schema of records cannot be read.",
                        "Name the directory that holds case-record.xsd with --schemas.");
    }
    return SchemaValidator(std::make_unique<Schema>(Schema{std::move(schema)}));
}

Diagnostics SchemaValidator::validate(const SourceText& source) const {
    Collector collector{.source = source, .findings = {}};
    if (has_document_type(source, collector.findings)) return collector.findings;
    const auto document = parse(source, collector.findings);
    if (document == nullptr) return collector.findings;
    const Handle<xmlSchemaValidCtxt> context(xmlSchemaNewValidCtxt(schema_->schema.get()));
    xmlSchemaSetValidStructuredErrors(context.get(), collect, &collector);
    xmlSchemaValidateDoc(context.get(), document.get());
    if (collector.left_out > 0) {
        collector.findings.push_back({.severity = Severity::error,
                                      .place = {.file = source.name()},
                                      .message = "There are " + std::to_string(collector.left_out) + " more findings of this kind.",
                                      .mend = "Mend those above first."});
    }
    return collector.findings;
}

}  // namespace palermo
