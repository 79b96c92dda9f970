// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/suggest_view.hpp"

#include "searchd/views/utf8.hpp"

#include <boost/json.hpp>

#include <string_view>
#include <utility>

namespace palermo {
namespace {

namespace json = boost::json;

std::string_view name_of(SuggestionKind kind) {
    switch (kind) {
        case SuggestionKind::concept_label: return "concept";
        case SuggestionKind::case_name: return "case";
        case SuggestionKind::citation: return "citation";
        case SuggestionKind::word: return "word";
    }
    return "word";
}

}  // namespace

std::string render_suggestions_json(std::span<const Suggestion> suggestions, std::uint64_t generation) {
    json::array array;
    for (const auto& suggestion : suggestions) {
        array.push_back(json::object{{"text", clean_utf8(suggestion.text)},
                                     {"kind", name_of(suggestion.kind)},
                                     {"query", clean_utf8(suggestion.query)},
                                     {"id", suggestion.id.empty() ? json::value(nullptr) : json::value(clean_utf8(suggestion.id))}});
    }
    return json::serialize(json::object{{"generation", generation}, {"suggestions", std::move(array)}});
}

}  // namespace palermo
