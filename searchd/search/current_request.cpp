// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/current_request.hpp"

#include "corpus/current_concepts.hpp"
#include "corpus/facet_label.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace palermo {
namespace {

constexpr std::array concept_facets{Facet::evidential_issue, Facet::legal_concept};

void resolve_each(std::vector<std::string>& values, const Vocabulary& vocabulary) {
    std::vector<std::string> current;
    for (auto& value : values) {
        if (const auto* entry = replacement_of(value, vocabulary)) value = entry->id;
        if (std::ranges::find(current, value) == current.end()) current.push_back(std::move(value));
    }
    values = std::move(current);
}

}  // namespace

SearchRequest with_current_concepts(SearchRequest request, const Vocabularies& vocabularies) {
    for (const auto facet : concept_facets) {
        resolve_each(request.facets[facet].included, vocabularies.of(facet));
        resolve_each(request.facets[facet].excluded, vocabularies.of(facet));
    }
    return request;
}

std::vector<Note> notes_of_old_concepts(const SearchRequest& request, const Vocabularies& vocabularies) {
    std::vector<Note> notes;
    for (const auto facet : concept_facets) {
        for (const auto* values : {&request.facets[facet].included, &request.facets[facet].excluded}) {
            for (const auto& id : *values) {
                if (replacement_of(id, vocabularies.of(facet)) != nullptr)
                    notes.push_back(note_of_old_concept(facet, id, vocabularies, request.lang));
            }
        }
    }
    return notes;
}

Note note_of_old_concept(Facet facet, const std::string& old_id, const Vocabularies& vocabularies, const std::string& lang) {
    return {.code = "concept-replaced",
            .text = std::string(heading_of(facet)) + " \"" + old_id + "\" is now called \"" +
                    facet_label(facet, old_id, vocabularies, lang) + "\" (" + vocabularies.of(facet).resolve(old_id)->id + ")."};
}

}  // namespace palermo
