// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/query_json_view.hpp"

#include "searchd/views/search_url.hpp"
#include "searchd/views/utf8.hpp"

#include <boost/json.hpp>

#include <string>
#include <utility>

namespace palermo {
namespace {

namespace json = boost::json;

json::value text_or_null(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(clean_utf8(text)); }

json::array strings(const std::vector<std::string>& values) {
    json::array array;
    for (const auto& value : values) array.push_back(json::value(clean_utf8(value)));
    return array;
}

json::array concepts(const std::vector<NamedByQuery>& named) {
    json::array array;
    for (const auto& [facet, value] : named)
        array.push_back(json::object{{"scheme", name_of(facet)}, {"id", clean_utf8(value.id)}, {"label", clean_utf8(value.label)}});
    return array;
}

json::object part_json(const QueryPart& part) {
    return {{"kind", clean_utf8(part.kind)},      {"text", clean_utf8(part.text)},       {"without", clean_utf8(part.without)},
            {"label", text_or_null(part.label)},  {"concepts", concepts(part.concepts)}, {"words_only", text_or_null(part.words_only)},
            {"expanded", strings(part.expanded)}, {"expansion_cut", part.is_cut}};
}

}  // namespace

json::object query_json(const SearchResult& result) {
    json::array parts;
    for (const auto& part : result.parts) parts.push_back(part_json(part));
    json::array notes;
    for (const auto& note : result.notes) notes.push_back(json::object{{"code", clean_utf8(note.code)}, {"text", clean_utf8(note.text)}});
    return {{"text", clean_utf8(result.query_text)},
            {"read_as", clean_utf8(result.read_as)},
            {"match", result.matches_any ? "any" : "all"},
            {"parts", std::move(parts)},
            {"notes", std::move(notes)}};
}

json::array relaxations_json(const std::vector<Relaxation>& relaxations) {
    json::array array;
    for (const auto& near : relaxations) {
        array.push_back(json::object{{"reason", clean_utf8(near.reason)},
                                     {"text", clean_utf8(near.request.text)},
                                     {"url", "/api/v1/search?" + encode_search_url(near.request)},
                                     {"total", near.total}});
    }
    return array;
}

json::array explanation_json(const std::vector<Explanation>& explanation) {
    json::array array;
    for (const auto& part : explanation)
        array.push_back(json::object{{"part", clean_utf8(part.part)}, {"weight", part.weight}, {"forms", strings(part.forms)}});
    return array;
}

}  // namespace palermo
