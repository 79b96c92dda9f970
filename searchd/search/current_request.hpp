// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/vocabulary.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"

#include <string>
#include <vector>

namespace palermo {

/// The request with, for each concept chosen by an id that another now stands for, that other one: what an old address means today.
[[nodiscard]] SearchRequest with_current_concepts(SearchRequest request, const Vocabularies& vocabularies);

/// Says of each such choice what it is called now.
[[nodiscard]] std::vector<Note> notes_of_old_concepts(const SearchRequest& request, const Vocabularies& vocabularies);

/// Says of one id what it is called now.
[[nodiscard]] Note note_of_old_concept(Facet facet, const std::string& old_id, const Vocabularies& vocabularies, const std::string& lang);

}  // namespace palermo
