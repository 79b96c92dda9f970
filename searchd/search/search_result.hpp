// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"
#include "searchd/search/count_tables.hpp"
#include "searchd/search/search_request.hpp"

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

/// Why a hit was found, and how much each part of the query adds to its score.
struct Explanation {
    std::string part;                ///< of the query, as read
    double weight = 0;               ///< what it adds
    std::vector<std::string> forms;  ///< where it stands in words: "body: servitude (3 times)"
};

/// What a case shares with the one that it is similar to, the most telling first.
struct Reasons {
    std::vector<Labelled> evidential_issues;
    std::vector<Labelled> legal_concepts;
    std::vector<std::string> words;  ///< as they read in this case
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
    std::vector<Explanation> explanation;  ///< when it was asked for
    std::optional<Reasons> reasons{};      ///< among similar cases
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

/// A concept that words of the query are the name of: the cases catalogued under it were found too.
struct NamedByQuery {
    Facet facet{};
    Labelled value;
};

/// One part of the query, as it was read.
struct QueryPart {
    std::string kind;  ///< word, phrase, group, nearness, field, filter, range, exclusion, concept, citation, case-name
    std::string text;
    std::string without;  ///< the query that remains when it is removed; may be empty
    std::string label;    ///< of a filter: what its value is called
    std::vector<NamedByQuery> concepts;
    std::string words_only;             ///< the query that searches for its words and not for the concepts
    std::vector<std::string> expanded;  ///< the words that a star was expanded to
    bool is_cut = false;                ///< there are more such words than were taken
};

/// Something that the reader of an answer must know about how it came about.
struct Note {
    std::string code;  ///< any-words, long-text, many-words, wildcard-cut, citation, case-name, citation-not-held, concept-replaced
    std::string text;
};

/// A search near to one that found nothing, that finds something.
struct Relaxation {
    std::string reason;
    SearchRequest request;
    std::uint64_t total = 0;
};

/// The case that the hits are similar to.
struct LikenedCase {
    std::string id;
    std::string title;
    std::string title_lang;
};

struct SearchResult {
    std::uint64_t generation = 0;
    std::string generation_time;  ///< when the generation was published, ISO 8601 UTC
    std::uint64_t total = 0;
    std::string query_text;
    std::string read_as;
    bool matches_any = false;  ///< any of the plain words, not all
    std::vector<QueryPart> parts;
    std::vector<Note> notes;
    std::vector<Relaxation> relaxations;  ///< when nothing was found
    std::vector<Hit> hits;
    std::vector<FacetCounts> facets;
    CountTables tables{};                     ///< those that were asked for
    bool takes_filters = true;                ///< a filter that is typed behind the query's text narrows it
    std::optional<LikenedCase> similar_to{};  ///< when similar cases were asked for
    bool total_is_exact = true;               ///< else there are at least so many: nobody asked for the counts
    bool is_cut_short = false;                ///< the deadline came before all relaxations were tried: asked again, there may be more
};

/// Why a query could not be answered: what was typed wrong, where (byte in the query text), and a query that would work.
struct QueryError {
    std::string message;
    std::size_t offset = 0;
    std::string repair;
};

}  // namespace palermo
