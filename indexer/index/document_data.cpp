// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/document_data.hpp"

#include <boost/json.hpp>

#include <utility>

namespace palermo {
namespace {

namespace json = boost::json;

json::array encode_location(const TextLocation& location) { return {location.block, location.begin, location.size}; }

TextLocation decode_location(const json::value& value) {
    const auto& parts = value.as_array();
    return {.block = parts.at(0).to_number<std::uint32_t>(),
            .begin = parts.at(1).to_number<std::uint32_t>(),
            .size = parts.at(2).to_number<std::uint32_t>()};
}

json::array encode_strings(const std::vector<std::string>& strings) {
    json::array array;
    for (const auto& text : strings) array.emplace_back(text);
    return array;
}

std::vector<std::string> decode_strings(const json::value& value) {
    std::vector<std::string> strings;
    for (const auto& text : value.as_array()) strings.emplace_back(text.as_string());
    return strings;
}

std::string text_of(const json::object& object, std::string_view name) { return std::string(object.at(name).as_string()); }

/// Throws what Boost.JSON throws on a wrong shape.
DocumentData decode(const json::object& object) {
    DocumentData data{.id = text_of(object, "id"),
                      .title = text_of(object, "title"),
                      .title_lang = text_of(object, "title_lang"),
                      .identifiers = {},
                      .jurisdiction = text_of(object, "jurisdiction"),
                      .court = text_of(object, "court"),
                      .court_level = text_of(object, "court_level"),
                      .decided = text_of(object, "decided"),
                      .outcome = text_of(object, "outcome"),
                      .legal_concepts = decode_strings(object.at("legal_concepts")),
                      .evidential_issues = {},
                      .paragraphs = {},
                      .source_xml = decode_location(object.at("source_xml")),
                      .source_checksum = text_of(object, "source_checksum")};
    for (const auto& value : object.at("identifiers").as_array()) {
        const auto& identifier = value.as_object();
        data.identifiers.push_back({.scheme = text_of(identifier, "scheme"), .value = text_of(identifier, "value")});
    }
    for (const auto& value : object.at("evidential_issues").as_array()) {
        const auto& issue = value.as_object();
        data.evidential_issues.push_back(
            {.concept_id = text_of(issue, "id"), .role = text_of(issue, "role"), .paragraphs = decode_strings(issue.at("paragraphs"))});
    }
    for (const auto& value : object.at("paragraphs").as_array()) {
        const auto& paragraph = value.as_object();
        data.paragraphs.push_back({.field = text_of(paragraph, "field"),
                                   .lang = text_of(paragraph, "lang"),
                                   .id = text_of(paragraph, "id"),
                                   .first_position = paragraph.at("position").to_number<std::uint32_t>(),
                                   .text = decode_location(paragraph.at("text"))});
    }
    return data;
}

}  // namespace

std::string encode(const DocumentData& data) {
    json::object object{{"id", data.id},
                        {"title", data.title},
                        {"title_lang", data.title_lang},
                        {"jurisdiction", data.jurisdiction},
                        {"court", data.court},
                        {"court_level", data.court_level},
                        {"decided", data.decided},
                        {"outcome", data.outcome},
                        {"legal_concepts", encode_strings(data.legal_concepts)}};
    json::array identifiers;
    for (const auto& identifier : data.identifiers) {
        identifiers.push_back(json::object{{"scheme", identifier.scheme}, {"value", identifier.value}});
    }
    json::array issues;
    for (const auto& issue : data.evidential_issues) {
        issues.push_back(json::object{{"id", issue.concept_id}, {"role", issue.role}, {"paragraphs", encode_strings(issue.paragraphs)}});
    }
    json::array paragraphs;
    for (const auto& paragraph : data.paragraphs) {
        paragraphs.push_back(json::object{{"field", paragraph.field},
                                          {"lang", paragraph.lang},
                                          {"id", paragraph.id},
                                          {"position", paragraph.first_position},
                                          {"text", encode_location(paragraph.text)}});
    }
    object["identifiers"] = std::move(identifiers);
    object["evidential_issues"] = std::move(issues);
    object["paragraphs"] = std::move(paragraphs);
    object["source_xml"] = encode_location(data.source_xml);
    object["source_checksum"] = data.source_checksum;
    return json::serialize(object);
}

Result<DocumentData> decode_document_data(std::string_view bytes, std::string_view segment) {
    try {
        return decode(json::parse({bytes.data(), bytes.size()}).as_object());
    } catch (const std::exception&) {
        return error_at(std::string(segment), "The data kept with a document of this segment is damaged.",
                        "Restore the index from a copy, or load the records into a new directory.", Cause::index);
    }
}

}  // namespace palermo
