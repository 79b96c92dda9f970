// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/query_json_view.hpp"

#include "searchd/views/search_url.hpp"

#include <string>
#include <string_view>

namespace palermo {
namespace {

void write_strings(JsonWriter& json, std::string_view name, const std::vector<std::string>& values) {
    json.name(name);
    json.begin_array();
    for (const auto& value : values) json.value(value);
    json.end_array();
}

void write_concepts(JsonWriter& json, const std::vector<NamedByQuery>& named) {
    json.name("concepts");
    json.begin_array();
    for (const auto& [facet, value] : named) {
        json.begin_object();
        json.member("scheme", name_of(facet));
        json.member("id", value.id);
        json.member("label", value.label);
        json.end_object();
    }
    json.end_array();
}

void write_part(JsonWriter& json, const QueryPart& part) {
    json.begin_object();
    json.member("kind", part.kind);
    json.member("text", part.text);
    json.member("without", part.without);
    json.member_or_null("label", part.label);
    write_concepts(json, part.concepts);
    json.member_or_null("words_only", part.words_only);
    write_strings(json, "expanded", part.expanded);
    json.member("expansion_cut", part.is_cut);
    json.end_object();
}

}  // namespace

void write_query(JsonWriter& json, const SearchResult& result) {
    json.name("query");
    json.begin_object();
    json.member("text", result.query_text);
    json.member("read_as", result.read_as);
    json.member("match", result.matches_any ? "any" : "all");
    json.name("parts");
    json.begin_array();
    for (const auto& part : result.parts) write_part(json, part);
    json.end_array();
    json.name("notes");
    json.begin_array();
    for (const auto& note : result.notes) {
        json.begin_object();
        json.member("code", note.code);
        json.member("text", note.text);
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

void write_relaxations(JsonWriter& json, const std::vector<Relaxation>& relaxations) {
    json.name("relaxations");
    json.begin_array();
    for (const auto& near : relaxations) {
        json.begin_object();
        json.member("reason", near.reason);
        json.member("text", near.request.text);
        json.member("url", "/api/v1/search?" + encode_search_url(near.request));
        json.member("total", near.total);
        json.end_object();
    }
    json.end_array();
}

void write_explanation(JsonWriter& json, const std::vector<Explanation>& explanation) {
    json.name("explanation");
    json.begin_array();
    for (const auto& part : explanation) {
        json.begin_object();
        json.member("part", part.part);
        json.member("weight", part.weight);
        write_strings(json, "forms", part.forms);
        json.end_object();
    }
    json.end_array();
}

}  // namespace palermo
