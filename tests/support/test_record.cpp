// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_record.hpp"

#include <string_view>

namespace palermo::test {
namespace {

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            default: safe += c;
        }
    }
    return safe;
}

std::string attribute(std::string_view name, std::string_view value) {
    return value.empty() ? std::string() : ' ' + std::string(name) + "=\"" + escaped(value) + '"';
}

std::string element(const std::string& name, std::string_view attributes, std::string_view text) {
    return '<' + name + std::string(attributes) + '>' + escaped(text) + "</" + name + ">\n";
}

std::string identifiers(const TestRecord& record) {
    if (record.identifiers.empty()) return {};
    std::string xml = "<identifiers>\n";
    for (const auto& [scheme, value] : record.identifiers) xml += element("identifier", attribute("scheme", scheme), value);
    return xml + "</identifiers>\n";
}

std::string jurisdiction(const TestRecord& record) {
    return record.body.empty() ? "<jurisdiction" + attribute("country", record.country) + "/>\n"
                               : "<jurisdiction" + attribute("body", record.body) + "/>\n";
}

std::string proceedings(const TestRecord& record) {
    if (record.court.empty() && record.court_level.empty() && record.decided.empty() && record.outcome.empty()) return {};
    std::string xml = "<proceedings><proceeding>\n";
    if (!record.court.empty() || !record.court_level.empty()) {
        xml += element("court", attribute("level", record.court_level), record.court.empty() ? "A court" : record.court);
    }
    if (!record.decided.empty()) xml += element("decided", "", record.decided);
    if (!record.outcome.empty()) xml += element("outcome", attribute("code", record.outcome), "");
    return xml + "</proceeding></proceedings>\n";
}

std::string countries(const TestRecord& record) {
    if (record.origin.empty() && record.destination.empty()) return {};
    std::string xml = "<countries>\n";
    for (const auto& country : record.origin) xml += "<origin" + attribute("country", country) + "/>\n";
    for (const auto& country : record.destination) xml += "<destination" + attribute("country", country) + "/>\n";
    return xml + "</countries>\n";
}

std::string charges(const TestRecord& record) {
    if (record.sentences.empty()) return {};
    std::string xml = "<charges>\n";
    for (const auto& sentence : record.sentences) {
        xml += "<charge><verdict>guilty</verdict><sentence><imprisonment";
        if (sentence.months > 0) xml += attribute("months", std::to_string(sentence.months));
        if (sentence.life) xml += attribute("life", "true");
        if (sentence.suspended_months > 0) xml += attribute("suspended-months", std::to_string(sentence.suspended_months));
        xml += "/></sentence></charge>\n";
    }
    return xml + "</charges>\n";
}

std::string texts(const TestRecord& record) {
    if (record.facts.empty()) return {};
    std::string xml = "<texts><text kind=\"fact-summary\"" + attribute("xml:lang", record.lang) + ">\n";
    for (std::size_t i = 0; i < record.facts.size(); ++i)
        xml += element("p", attribute("id", "f" + std::to_string(i + 1)), record.facts[i]);
    return xml + "</text></texts>\n";
}

std::string tags(const TestRecord& record) {
    if (record.legal_concepts.empty() && record.evidential_issues.empty()) return {};
    std::string xml = "<tags>\n";
    for (const auto& id : record.legal_concepts) xml += "<legal-concept" + attribute("ref", id) + " source=\"cataloguer\"/>\n";
    for (const auto& issue : record.evidential_issues) {
        xml += "<evidential-issue" + attribute("ref", issue.id) + " source=\"cataloguer\"" + attribute("role", issue.role) +
               attribute("paragraphs", issue.paragraphs) + "/>\n";
    }
    return xml + "</tags>\n";
}

}  // namespace

std::string to_xml(const TestRecord& record) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<case xmlns=\"urn:palermo:case-record:1\" version=\"1.0\"";
    xml += attribute("id", record.id) + (record.restricted ? " restricted=\"true\"" : "") + attribute("xml:lang", record.lang) + ">\n";
    xml += element("title", attribute("xml:lang", record.lang), record.title.empty() ? "Case " + record.id : record.title);
    xml += identifiers(record) + jurisdiction(record);
    xml += "<crime-types>\n";
    for (const auto& type : record.crime_types) xml += element("crime-type", " source=\"cataloguer\"", type);
    xml += "</crime-types>\n";
    return xml + countries(record) + proceedings(record) + charges(record) + texts(record) + tags(record) + "</case>\n";
}

}  // namespace palermo::test
