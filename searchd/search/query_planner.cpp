// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/query_planner.hpp"

#include "indexer/index/layout.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

using Xapian::Query;

/// Measured: a title term with its full weight ruins the ranking of long texts (nDCG .68 to .46), a tenth to a quarter helps a little.
constexpr double title_weight = 0.25;

class Planner {
public:
    Planner(const Snapshot& snapshot, Analyzer& analyzer)
        : languages_(snapshot.manifest().analyzer.stemmed_languages), analyzer_(analyzer) {}

    Query plan(const query::Node& node) {
        return std::visit([this](const auto& part) { return plan(part); }, node.value);
    }

    SoughtTerms take_sought() { return std::move(sought_); }

private:
    Query plan(const query::Word& word) {
        // An elided article is cut off in French but not in English, and a query has no language: both readings are meant.
        const auto whole = words_of(word.text, "en");
        const auto elided = words_of(word.text, "fr");
        if (whole == elided) return plan_words(whole);
        return {Query::OP_OR, plan_words(whole), plan_words(elided)};
    }

    Query plan(const query::Phrase& phrase) {
        const auto words = words_of(phrase.text, "en");
        note_phrase(words);
        return in_both_fields([&](const layout::TextField& field) { return as_written(words, field); });
    }

    Query plan(const query::And& group) {
        std::vector<Query> wanted;
        std::vector<Query> unwanted;
        for (const auto& child : group.children) {
            if (const auto* negation = std::get_if<query::Not>(&child.value))
                add(unwanted, plan_unwanted(negation->child.front()));
            else
                add(wanted, plan(child));
        }
        // A group of negations alone leaves out of everything.
        auto all =
            wanted.empty() ? (unwanted.empty() ? Query() : Query(Query::MatchAll)) : Query(Query::OP_AND, wanted.begin(), wanted.end());
        if (unwanted.empty()) return all;
        return {Query::OP_AND_NOT, all, Query(Query::OP_OR, unwanted.begin(), unwanted.end())};
    }

    Query plan(const query::Or& group) {
        std::vector<Query> parts;
        for (const auto& child : group.children) add(parts, plan(child));
        return {Query::OP_OR, parts.begin(), parts.end()};
    }

    Query plan(const query::Not& negation) {
        const auto unwanted = plan_unwanted(negation.child.front());
        return unwanted.empty() ? Query() : Query(Query::OP_AND_NOT, Query::MatchAll, unwanted);
    }

    Query plan_unwanted(const query::Node& node) {
        ++negations_;
        auto query = plan(node);
        --negations_;
        return query;
    }

    /// Words without a letter or digit have no term: they ask for nothing.
    static void add(std::vector<Query>& queries, Query query) {
        if (!query.empty()) queries.push_back(std::move(query));
    }

    std::vector<std::string> words_of(const std::string& text, std::string_view lang) {
        std::vector<std::string> words;
        for (auto& token : analyzer_.analyze(text, lang)) words.push_back(std::move(token.word));
        return words;
    }

    /// One word by its stems; several that were typed as one (a hyphen, a slash, Chinese) as a phrase.
    Query plan_words(const std::vector<std::string>& words) {
        if (words.empty()) return {};
        if (words.size() > 1) {
            note_phrase(words);
            return in_both_fields([&](const layout::TextField& field) { return as_written(words, field); });
        }
        const auto stems = analyzer_.stems(words.front(), languages_);
        note_word(words.front(), stems);
        return in_both_fields([&](const layout::TextField& field) { return in_any_form(words.front(), stems, field); });
    }

    static Query in_any_form(const std::string& word, const std::vector<std::string>& stems, const layout::TextField& field) {
        const auto stem_prefix = std::string(layout::stem_prefix) + std::string(field.prefix);
        std::vector<Query> forms{Query(layout::make_term(field.prefix, word))};
        for (const auto& stem : stems) forms.emplace_back(layout::make_term(stem_prefix, stem));
        return {Query::OP_SYNONYM, forms.begin(), forms.end()};
    }

    static Query as_written(const std::vector<std::string>& words, const layout::TextField& field) {
        std::vector<Query> terms;
        for (const auto& word : words) terms.emplace_back(layout::make_term(field.prefix, word));
        return {Query::OP_PHRASE, terms.begin(), terms.end(), static_cast<Xapian::termcount>(terms.size())};
    }

    template <class MakeQuery>
    static Query in_both_fields(MakeQuery make_query) {
        const auto body = make_query(layout::body);
        if (body.empty()) return {};
        return {Query::OP_OR, body, Query(Query::OP_SCALE_WEIGHT, make_query(layout::title), title_weight)};
    }

    void note_word(const std::string& word, const std::vector<std::string>& stems) {
        if (negations_ % 2 != 0) return;
        sought_.words.insert(word);
        sought_.stems.insert(stems.begin(), stems.end());
    }

    void note_phrase(const std::vector<std::string>& words) {
        if (negations_ % 2 == 0 && !words.empty()) sought_.phrases.push_back(words);
    }

    const std::vector<std::string>& languages_;
    Analyzer& analyzer_;
    SoughtTerms sought_;
    int negations_ = 0;
};

/// A case matches when its decision may lie in the range: "2010" may be in March of it. Undated cases do not match a range.
Query date_range(const SearchRequest& request) {
    Query range;
    const auto both = [&](const Query& part) { range = range.empty() ? part : Query(Query::OP_FILTER, range, part); };
    if (request.from) both(Query(Query::OP_VALUE_GE, layout::decided_latest.slot, request.from->earliest()));
    // A range from "0" leaves out those without the value, which count as the empty string.
    if (request.to) both(Query(Query::OP_VALUE_RANGE, layout::decided_earliest.slot, "0", request.to->latest()));
    return range;
}

Query any_value(Facet facet, const std::vector<std::string>& values) {
    std::vector<Query> terms;
    for (const auto& value : values) terms.emplace_back(layout::make_term(layout::boolean_field(facet).prefix, value));
    return {Query::OP_OR, terms.begin(), terms.end()};
}

Query narrow(Query query, const PerFacet<FacetSelection>& facets) {
    for (const auto facet : all_facets) {
        const auto& selection = facets[facet];
        if (!selection.included.empty()) query = Query(Query::OP_FILTER, query, any_value(facet, selection.included));
        if (!selection.excluded.empty()) query = Query(Query::OP_AND_NOT, query, any_value(facet, selection.excluded));
    }
    return query;
}

}  // namespace

QueryPlan plan_query(const std::optional<query::Node>& text, const SearchRequest& request, const Snapshot& snapshot, Analyzer& analyzer) {
    QueryPlan plan;
    Planner planner(snapshot, analyzer);
    auto words = text ? planner.plan(*text) : Query();
    plan.has_words = !words.empty();
    plan.sought = planner.take_sought();
    if (!plan.has_words) words = Query::MatchAll;
    const auto range = date_range(request);
    plan.matching = range.empty() ? words : Query(Query::OP_FILTER, words, range);
    plan.ranked = narrow(plan.matching, request.facets);
    return plan;
}

}  // namespace palermo
