// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/vocabulary.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/search/search_result.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace palermo {

/// The shapes of schemas/openapi.yaml, which are a promise to clients: members may be added, never changed.

[[nodiscard]] std::string render_json(const SearchResult& result, const SearchRequest& request);

[[nodiscard]] std::string render_vocabulary_json(const Vocabulary& vocabulary, std::uint64_t generation);

/// One of its concepts.
[[nodiscard]] std::string render_concept_json(const Vocabulary& vocabulary, const Concept& entry, std::uint64_t generation);

/// What /api/v1/status says.
struct StatusView {
    std::uint64_t generation = 0;
    std::string generation_time;
    std::uint64_t records = 0;
    std::uint64_t segments = 0;
    int format_version = 0;
    int analyzer_version = 0;
    std::string icu_version;
    std::vector<std::string> stemmed_languages;
    std::vector<std::pair<std::string, std::string>> vocabularies;  ///< scheme, version
    std::string version;                                            ///< of the program
    std::string trouble;  ///< why a newer generation is not the one that serves; empty: nothing is wrong
};

[[nodiscard]] std::string render_status_json(const StatusView& status);

}  // namespace palermo
