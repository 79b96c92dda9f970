// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/json_view.hpp"

#include "searchd/views/counts_json_view.hpp"
#include "searchd/views/hit_view.hpp"
#include "searchd/views/json_writer.hpp"
#include "searchd/views/query_json_view.hpp"
#include "searchd/views/reasons_view.hpp"
#include "searchd/views/similar_view.hpp"
#include "searchd/views/utf8.hpp"

#include <boost/json.hpp>

namespace palermo {
namespace {

namespace json = boost::json;

json::value text_or_null(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(clean_utf8(text)); }

void write_labelled(JsonWriter& json, const Labelled& value) {
    json.begin_object();
    json.member("id", value.id);
    json.member("label", value.label);
    json.end_object();
}

std::string plain(const std::vector<Fragment>& fragments) {
    std::string all;
    for (const auto& fragment : fragments) all += fragment.text;
    return all;
}

void write_passage(JsonWriter& json, const std::optional<HitPassage>& found) {
    json.name("passage");
    if (!found) return json.null();
    json.begin_object();
    json.member("html", marked(found->fragments).markup());
    json.member("lang", found->lang);
    json.member("field", found->field);
    json.member("paragraph", found->paragraph);
    json.end_object();
}

void write_catalogued(JsonWriter& json, const Hit& found) {
    json.name("legal_concepts");
    json.begin_array();
    for (const auto& value : found.legal_concepts) write_labelled(json, value);
    json.end_array();
    json.name("evidential_issues");
    json.begin_array();
    for (const auto& tag : found.evidential_issues) {
        json.begin_object();
        json.member("id", tag.issue.id);
        json.member("label", tag.issue.label);
        json.member("role", tag.role);
        json.end_object();
    }
    json.end_array();
}

void write_hit(JsonWriter& json, const Hit& found, bool explains) {
    json.begin_object();
    json.member("id", found.id);
    json.member("title", plain(found.title));
    json.member("title_html", marked(found.title).markup());
    json.member_or_null("jurisdiction", found.jurisdiction.id);
    json.member_or_null("jurisdiction_label", found.jurisdiction.label);
    json.member_or_null("court", found.court);
    json.member_or_null("court_level", found.court_level.id);
    json.member_or_null("court_level_label", found.court_level.label);
    json.member_or_null("decided", found.decided);
    json.member_or_null("outcome", found.outcome.id);
    json.member_or_null("outcome_label", found.outcome.label);
    write_passage(json, found.passage);
    write_catalogued(json, found);
    json.member("score", found.score);
    write_reasons(json, found);
    if (explains) write_explanation(json, found.explanation);
    json.end_object();
}

void write_buckets(JsonWriter& json, std::string_view name, const std::vector<Bucket>& all) {
    json.name(name);
    json.begin_array();
    for (const auto& bucket : all) {
        json.begin_object();
        json.member("id", bucket.value.id);
        json.member("label", bucket.value.label);
        json.member("count", bucket.count);
        json.member("selected", bucket.selected);
        json.member("excluded", bucket.excluded);
        write_buckets(json, "children", bucket.children);
        json.end_object();
    }
    json.end_array();
}

void write_facets(JsonWriter& json, const std::vector<FacetCounts>& all) {
    json.name("facets");
    json.begin_object();
    for (const auto& counts : all) {
        json.name(name_of(counts.facet));
        json.begin_object();
        write_buckets(json, "buckets", counts.buckets);
        json.member("not_recorded", counts.not_recorded.count);
        json.member("not_recorded_selected", counts.not_recorded.selected);
        json.member("not_recorded_excluded", counts.not_recorded.excluded);
        json.end_object();
    }
    json.end_object();
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
    JsonWriter json;
    json.begin_object();
    json.member("generation", result.generation);
    json.member("generation_time", result.generation_time);
    json.member("total", result.total);
    json.member("total_is_exact", result.total_is_exact);
    json.member("page", request.page);
    json.member("size", request.size);
    write_query(json, result);
    json.name("hits");
    json.begin_array();
    for (const auto& found : result.hits) write_hit(json, found, request.explain);
    json.end_array();
    write_facets(json, result.facets);
    write_relaxations(json, result.relaxations);
    write_similar_to(json, result);
    write_counts(json, result, request);
    json.end_object();
    return std::move(json).take();
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
