// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/schema_finding.hpp"

#include "corpus/trimmed.hpp"

#include <libxml/xmlerror.h>

#include <vector>

namespace palermo {
namespace {

/// What stands between `open` and `close` after `key`; empty when it does not.
std::string between(std::string_view text, std::string_view key, std::string_view open, std::string_view close) {
    const auto start = text.find(key);
    if (start == std::string_view::npos) return {};
    const auto begin = text.find(open, start + key.size());
    if (begin == std::string_view::npos) return {};
    const auto end = text.find(close, begin + open.size());
    if (end == std::string_view::npos) return {};
    return std::string(text.substr(begin + open.size(), end - begin - open.size()));
}

/// "{urn:...}court, {urn:...}decided" or "'a', 'b'" as "court, decided": names without their namespaces and quotes.
std::string plain_list(std::string_view list) {
    std::string plain;
    bool in_namespace = false;
    for (const char c : list) {
        if (c == '{') in_namespace = true;
        if (!in_namespace && c != '\'') plain += c;
        if (c == '}') in_namespace = false;
    }
    return std::string(trimmed(plain));
}

std::string subject(const SchemaFinding& finding) {
    return finding.attribute.empty() ? "<" + finding.element + ">" : "The attribute " + finding.attribute + " of <" + finding.element + ">";
}

FindingWords element_content(const SchemaFinding& finding) {
    const auto expected = plain_list(between(finding.message, "Expected is", "(", ")"));
    const auto mend = expected.empty() ? std::string("Remove it, or look up the order of elements in schemas/case-record.xsd.")
                                       : "Expected here: " + expected + ".";
    if (finding.message.find("Missing child") != std::string::npos) return {"<" + finding.element + "> is not complete.", mend};
    return {"<" + finding.element + "> may not stand here.", mend};
}

FindingWords not_in_list(const SchemaFinding& finding) {
    const auto value = between(finding.message, "The value", "'", "'");
    return {subject(finding) + " cannot be \"" + value + "\".",
            "Choose one of: " + plain_list(between(finding.message, "of the set", "{", "}")) + "."};
}

FindingWords not_in_pattern(const SchemaFinding& finding) {
    const auto value = between(finding.message, "The value", "'", "'");
    return {subject(finding) + " cannot be \"" + value + "\".",
            "It must look like " + between(finding.message, "by the pattern", "'", "'") + " (see schemas/case-record.xsd)."};
}

/// The value that a message complains of: "The value 'x' ..." or "... 'x' is not a valid value of ...".
std::string value_of(std::string_view message) {
    const auto end = message.find("' is not a valid value");
    if (end == std::string_view::npos) return between(message, "The value", "'", "'");
    const auto begin = message.rfind('\'', end - 1);
    return begin == std::string_view::npos ? std::string() : std::string(message.substr(begin + 1, end - begin - 1));
}

/// The type error that follows every facet error says the same again; alone it names the value.
FindingWords wrong_type(const SchemaFinding& finding) {
    const auto value = value_of(finding.message);
    return {subject(finding) + " cannot be \"" + value + "\".", "Look up what it takes in schemas/case-record.xsd."};
}

}  // namespace

FindingWords describe(const SchemaFinding& finding) {
    switch (finding.code) {
        case XML_SCHEMAV_ELEMENT_CONTENT: return element_content(finding);
        case XML_SCHEMAV_CVC_ENUMERATION_VALID: return not_in_list(finding);
        case XML_SCHEMAV_CVC_PATTERN_VALID: return not_in_pattern(finding);
        case XML_SCHEMAV_CVC_MINLENGTH_VALID:
            return {subject(finding) + " is empty.", "Write something, or leave it out: what is not stated is not recorded."};
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
            return {"<" + finding.element + "> has no attribute " + between(finding.message, "attribute", "'", "'") + ".",
                    "Remove it or correct its name."};
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
            return {
                "<" + finding.element + "> lacks the attribute " + plain_list(between(finding.message, "The attribute", "'", "'")) + ".",
                "Add it."};
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
            return {"<" + finding.element + "> holds text, but may hold only elements.", "Move the text into an element."};
        case XML_SCHEMAV_CVC_TYPE_3_1_2:
            return {"<" + finding.element + "> holds elements, but may hold only text.", "Remove the elements inside."};
        case XML_SCHEMAV_CVC_ELT_1:
            return {"<" + finding.element + "> is not the outermost element of a case record.",
                    "Begin with <case xmlns=\"urn:palermo:case-record:1\">."};
        case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1:
        case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2:
        case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3:
        case XML_SCHEMAV_CVC_MININCLUSIVE_VALID:
        case XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID: return wrong_type(finding);
        default: return {subject(finding) + " does not follow the record format.", "Compare it with schemas/case-record.xsd."};
    }
}

}  // namespace palermo
