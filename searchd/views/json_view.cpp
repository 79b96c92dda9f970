// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/json_view.hpp"

#include "searchd/views/counts_json_view.hpp"
#include "searchd/views/hit_view.hpp"
#include "searchd/views/query_json_view.hpp"
#include "searchd/views/reasons_view.hpp"
#include "searchd/views/similar_view.hpp"
#include "searchd/views/utf8.hpp"

#include <boost/json.hpp>

namespace palermo {
namespace {

namespace json = boost::json;

json::value text_or_null(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(clean_utf8(text)); }

std::string plain(const std::vector<Fragment>& fragments) {
    std::string all;
    for (const auto& fragment : fragments) all += fragment.text;
    return clean_utf8(all);
}

json::object labelled(const Labelled& value) { return {{"id", clean_utf8(value.id)}, {"label", clean_utf8(value.label)}}; }

json::value passage(const std::optional<HitPassage>& found) {
    if (!found) return nullptr;
    return json::object{
        {"html", marked(found->fragments).markup()}, {"lang", found->lang}, {"field", found->field}, {"paragraph", found->paragraph}};
}

json::object hit(const Hit& found) {
    json::array concepts;
    for (const auto& value : found.legal_concepts) concepts.push_back(labelled(value));
    json::array issues;
    for (const auto& tag : found.evidential_issues) {
        auto issue = labelled(tag.issue);
        issue["role"] = tag.role;
        issues.push_back(std::move(issue));
    }
    return {{"id", found.id},
            {"title", plain(found.title)},
            {"title_html", marked(found.title).markup()},
            {"jurisdiction", text_or_null(found.jurisdiction.id)},
            {"jurisdiction_label", text_or_null(found.jurisdiction.label)},
            {"court", text_or_null(found.court)},
            {"court_level", text_or_null(found.court_level.id)},
            {"court_level_label", text_or_null(found.court_level.label)},
            {"decided", text_or_null(found.decided)},
            {"outcome", text_or_null(found.outcome.id)},
            {"outcome_label", text_or_null(found.outcome.label)},
            {"passage", passage(found.passage)},
            {"legal_concepts", std::move(concepts)},
            {"evidential_issues", std::move(issues)},
            {"score", found.score}};
}

json::array buckets(const std::vector<Bucket>& all) {
    json::array array;
    for (const auto& bucket : all) {
        array.push_back(json::object{{"id", clean_utf8(bucket.value.id)},
                                     {"label", clean_utf8(bucket.value.label)},
                                     {"count", bucket.count},
                                     {"selected", bucket.selected},
                                     {"excluded", bucket.excluded},
                                     {"children", buckets(bucket.children)}});
    }
    return array;
}

json::object facets(const std::vector<FacetCounts>& all) {
    json::object object;
    for (const auto& counts : all) {
        object[name_of(counts.facet)] = json::object{{"buckets", buckets(counts.buckets)},
                                                     {"not_recorded", counts.not_recorded.count},
                                                     {"not_recorded_selected", counts.not_recorded.selected},
                                                     {"not_recorded_excluded", counts.not_recorded.excluded}};
    }
    return object;
}

/// `broader` and `replaced_by` are those that stand for the ones written in the file.
json::object concept_json(const Vocabulary& vocabulary, const Concept& entry) {
    json::object labels;
    for (const auto& label : entry.labels) labels[label.label.lang] = json::object{{"text", label.label.text}, {"status", label.status}};
    json::array alternatives;
    for (const auto& label : entry.alternative_labels) alternatives.push_back(json::object{{"lang", label.lang}, {"text", label.text}});
    const auto* broader = vocabulary.above(entry);
    return {{"id", entry.id},
            {"broader", broader == nullptr ? json::value(nullptr) : json::value(broader->id)},
            {"notation", text_or_null(entry.notation)},
            {"labels", std::move(labels)},
            {"alt_labels", std::move(alternatives)},
            {"deprecated", !entry.is_live()},
            {"replaced_by", entry.replaced_by.empty() ? json::value(nullptr) : json::value(vocabulary.resolve(entry.id)->id)}};
}

}  // namespace

std::string render_json(const SearchResult& result, const SearchRequest& request) {
    json::array hits;
    for (const auto& found : result.hits) {
        auto shown = with_reasons(hit(found), found);
        if (request.explain) shown["explanation"] = explanation_json(found.explanation);
        hits.push_back(std::move(shown));
    }
    json::object answer{{"generation", result.generation},
                        {"generation_time", result.generation_time},
                        {"total", result.total},
                        {"page", request.page},
                        {"size", request.size},
                        {"query", query_json(result)},
                        {"hits", std::move(hits)},
                        {"facets", facets(result.facets)},
                        {"relaxations", relaxations_json(result.relaxations)}};
    return json::serialize(with_counts(with_similar_to(std::move(answer), result), result, request));
}

std::string render_vocabulary_json(const Vocabulary& vocabulary, std::uint64_t generation) {
    json::array concepts;
    for (const auto& entry : vocabulary.concepts()) concepts.push_back(concept_json(vocabulary, entry));
    return json::serialize(json::object{
        {"generation", generation}, {"scheme", vocabulary.scheme()}, {"version", vocabulary.version()}, {"concepts", std::move(concepts)}});
}

std::string render_concept_json(const Vocabulary& vocabulary, const Concept& entry, std::uint64_t generation) {
    json::array replaces;
    for (const auto& other : vocabulary.concepts()) {
        if (other.id != entry.id && vocabulary.resolve(other.id) == &entry) replaces.emplace_back(other.id);
    }
    auto answer = concept_json(vocabulary, entry);
    answer["generation"] = generation;
    answer["scheme"] = vocabulary.scheme();
    answer["version"] = vocabulary.version();
    answer["replaces"] = std::move(replaces);
    return json::serialize(answer);
}

std::string render_status_json(const StatusView& status) {
    json::array languages;
    for (const auto& language : status.stemmed_languages) languages.emplace_back(language);
    json::array vocabularies;
    for (const auto& [scheme, version] : status.vocabularies)
        vocabularies.push_back(json::object{{"scheme", scheme}, {"version", version}});
    return json::serialize(json::object{
        {"generation", status.generation},
        {"generation_time", status.generation_time},
        {"records", status.records},
        {"segments", status.segments},
        {"format_version", status.format_version},
        {"analyzer",
         {{"version", status.analyzer_version}, {"icu_version", status.icu_version}, {"stemmed_languages", std::move(languages)}}},
        {"vocabularies", std::move(vocabularies)},
        {"version", status.version},
        {"trouble", text_or_null(status.trouble)}});
}

}  // namespace palermo
