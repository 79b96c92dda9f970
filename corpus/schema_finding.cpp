// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/schema_finding.hpp"

#include "corpus/shortened.hpp"
#include "corpus/trimmed.hpp"

#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <utility>
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

/// The value that a message complains of: "The value 'x' is not ..." or "...: 'x' is not a valid value of ...". It may hold quotes itself.
std::string value_of(std::string_view message) {
    for (const std::string_view behind :
         {"' is not accepted by", "' is not an element of", "' is not a valid value", "' has a length of"}) {
        const auto end = message.rfind(behind);
        if (end == std::string_view::npos) continue;
        for (const std::string_view before : {"The value '", "': '", ": '"}) {
            const auto begin = message.find(before);
            if (begin != std::string_view::npos && begin + before.size() <= end)
                return std::string(message.substr(begin + before.size(), end - begin - before.size()));
        }
    }
    return between(message, "The value", "'", "'");
}

std::string cannot_be(const SchemaFinding& finding) {
    return subject(finding) + " cannot be " + in_quotes(value_of(finding.message)) + '.';
}

/// What the engine calls a pattern or a type, and what a person must write.
struct Rule {
    std::string_view name;
    std::string_view mend;
};

constexpr auto patterns = std::to_array<Rule>({
    {"[a-z0-9][a-z0-9\\-]{0,63}", "Write at most 64 small letters, digits and hyphens, beginning with a letter or a digit."},
    {"[A-Z]{2}", "Write the two capital letters of ISO 3166-1, such as NL."},
    {"[1-9][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?", "Write a date as precise as the source has it: 2021, 2021-03 or 2021-03-19."},
    {"[A-Z]{3}", "Write the three capital letters of ISO 4217, such as EUR."},
});

constexpr auto types = std::to_array<Rule>({
    {"xs:boolean", "Write true or false."},
    {"xs:date", "Write a day as 2021-03-19."},
    {"xs:positiveInteger", "Write a whole number, 1 or more."},
    {"Months", "Write a number of months, 1 to 6000; years are twelve each."},
    {"Amount", "Write digits alone, with a dot before the cents: 5000.00."},
    {"Name", "Write letters, digits, dots and hyphens, beginning with a letter."},
    {"xs:anyURI", "Write an address without spaces, such as https://example.org/case."},
    {"local atomic type", "Write the tag of a language, such as en or zh-Hans."},
});

template <std::size_t size>
std::string mend_of(std::string_view name, const std::array<Rule, size>& rules, std::string otherwise) {
    const auto* const rule = std::ranges::find(rules, name, &Rule::name);
    return rule == rules.end() ? std::move(otherwise) : std::string(rule->mend);
}

FindingWords not_in_list(const SchemaFinding& finding) {
    return {cannot_be(finding), "Choose one of: " + plain_list(between(finding.message, "of the set", "{", "}")) + "."};
}

FindingWords not_in_pattern(const SchemaFinding& finding) {
    const auto pattern = between(finding.message, "by the pattern", "'", "'");
    return {cannot_be(finding), mend_of(pattern, patterns, "It must look like " + pattern + " (see schemas/case-record.xsd).")};
}

/// The type error that follows every facet error says the same again; alone it names the value.
FindingWords wrong_type(const SchemaFinding& finding) {
    constexpr auto otherwise = "Look up what it takes in schemas/case-record.xsd.";
    if (finding.message.find("of the local atomic type") != std::string::npos)
        return {cannot_be(finding), finding.attribute == "xml:lang" ? mend_of("local atomic type", types, otherwise) : otherwise};
    return {cannot_be(finding), mend_of(plain_list(between(finding.message, " type", "'", "'")), types, otherwise)};
}

FindingWords too_long(const SchemaFinding& finding) {
    const auto most = between(finding.message, "maximum length of", "'", "'");
    return {subject(finding) + " has " + between(finding.message, "has a length of", "'", "'") + " characters.",
            "It may have " + most + " at most."};
}

/// The engine breaks its own words off when a value is so long that it does not fit into them.
bool is_cut_off(const std::string& message) { return !message.empty() && message.back() != '\n'; }

}  // namespace

FindingWords describe(const SchemaFinding& given) {
    auto finding = given;
    finding.element = shortened(given.element);
    finding.attribute = shortened(given.attribute);
    if (is_cut_off(given.message)) return {subject(finding) + " is far too long.", "Look up what it takes in schemas/case-record.xsd."};
    switch (finding.code) {
        case XML_SCHEMAV_ELEMENT_CONTENT: return element_content(finding);
        case XML_SCHEMAV_CVC_ENUMERATION_VALID: return not_in_list(finding);
        case XML_SCHEMAV_CVC_PATTERN_VALID: return not_in_pattern(finding);
        case XML_SCHEMAV_CVC_MAXLENGTH_VALID: return too_long(finding);
        case XML_SCHEMAV_CVC_MINLENGTH_VALID:
            return {subject(finding) + " is empty.", "Write something, or leave it out: what is not stated is not recorded."};
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
            return {"<" + finding.element + "> has no attribute " + finding.attribute + ".", "Remove it or correct its name."};
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
