// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The answer to one search as a value. JSON, HTML and every later format are views of it; its shape in JSON is schemas/openapi.yaml.
namespace palermo {

/// A code and the words for it in the language asked for. An empty id means "not recorded".
struct Labelled {
    std::string id;
    std::string label;
};

/// A run of the original text; `marked` runs matched the query. Plain text: the views escape it.
struct Fragment {
    std::string text;
    bool marked = false;
};

/// The paragraph of a case that answers the question best.
struct HitPassage {
    std::vector<Fragment> fragments;
    std::string lang;
    std::string field;      ///< fact-summary, legal-reasoning, commentary, procedural-history
    std::string paragraph;  ///< its id on the case page
};

struct IssueTag {
    Labelled issue;
    std::string role;
};

struct Hit {
    std::string id;
    std::vector<Fragment> title;
    std::string title_lang;
    Labelled jurisdiction;
    std::string court;
    Labelled court_level;
    std::string decided;  ///< "2010", "2010-03" or "2010-03-19"
    Labelled outcome;
    std::optional<HitPassage> passage;
    std::vector<Labelled> legal_concepts;
    std::vector<IssueTag> evidential_issues;
    double score = 0;
};

/// A facet value and the number of distinct cases at or below it, given all other facets' selections.
struct Bucket {
    Labelled value;
    std::uint64_t count = 0;
    bool selected = false;
    bool excluded = false;
    std::vector<Bucket> children;
};

struct FacetCounts {
    Facet facet{};
    std::vector<Bucket> buckets;
    Bucket not_recorded;  ///< cases with no value here
};

struct SearchResult {
    std::uint64_t generation = 0;
    std::string generation_time;  ///< when the generation was published, ISO 8601 UTC
    std::uint64_t total = 0;
    std::string query_text;
    std::string read_as;
    std::vector<Hit> hits;
    std::vector<FacetCounts> facets;
};

/// Why a query could not be answered: what was typed wrong, where (byte in the query text), and a query that would work.
struct QueryError {
    std::string message;
    std::size_t offset = 0;
    std::string repair;
};

}  // namespace palermo
