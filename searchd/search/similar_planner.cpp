// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/similar_planner.hpp"

#include "corpus/facet_label.hpp"
#include "indexer/index/layout.hpp"
#include "searchd/search/pattern_query.hpp"
#include "searchd/search/search_request.hpp"
#include "searchd/search/shared_words_source.hpp"
#include "searchd/search/term_lookup.hpp"
#include "searchd/search/word_weigher.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

using Query = MatchQuery;

/// An issue weighs so many times what a concept does.
constexpr double issue_share = 1.5;

/// A word weighs so much of what it does in a search: five or six shared words are worth one shared tag that is as rare.
constexpr double word_share = 0.15;

/// A tag of so many cases finds them whatever their share of the collection: they fit on a page.
constexpr Xapian::doccount always_finds = default_page_size;
constexpr Xapian::doccount common_share = 4;

Query any_of(const std::vector<Query>& parts) { return {Query::OP_OR, parts.begin(), parts.end()}; }

class SimilarPlanner {
public:
    SimilarPlanner(const PlanContext& context, const std::string& lang) : context_(context), lang_(lang) {}

    void add_tag(Facet facet, const std::string& id) {
        const auto is_same = [&](const SharedTag& tag) { return tag.facet == facet && tag.id == id; };
        if (std::ranges::any_of(plan.tags, is_same)) return;
        const auto& database = context_.view.database();
        const Query cases(layout::make_term(layout::boolean_field(facet).prefix, id));
        const auto count = database.get_termfreq(layout::make_term(layout::boolean_field(facet).prefix, id));
        const auto weight = rarity_weight(database, count) * (facet == Facet::evidential_issue ? issue_share : 1);
        plan.tags.push_back({.facet = facet, .id = id, .weight = weight});
        add_weight(facet_label(facet, id, context_.view.snapshot().vocabularies(), lang_), constant_weight(weight, cases));
        if (count <= std::max(always_finds, database.get_doccount() / common_share)) finding_.push_back(cases);
    }

    void add_words(std::vector<TellingWord> words, Deadline deadline) {
        std::vector<std::vector<std::string>> postings;
        for (const auto& word : words) {
            add_weight(word.written, Query(Query::OP_SCALE_WEIGHT, words_query(context_.view, word.pattern), word_share));
            postings.push_back(word.pattern.postings);
        }
        finding_.push_back(shares_words(std::move(postings), least_shared_words, deadline));
        plan.words = std::move(words);
    }

    SimilarPlan finish(const std::string& id) {
        const Query itself(layout::make_term(layout::id.prefix, id));
        plan.matching = Query(Query::OP_AND_NOT, any_of(finding_), itself);
        plan.ranking = any_of(ranking_);
        std::ranges::stable_sort(plan.tags, std::ranges::greater(), &SharedTag::weight);
        return std::move(plan);
    }

    SimilarPlan plan;

private:
    void add_weight(std::string name, const Query& query) {
        plan.weights.push_back({std::move(name), query.engine()});
        ranking_.push_back(query);
    }

    const PlanContext& context_;
    const std::string& lang_;
    std::vector<Query> finding_;
    std::vector<Query> ranking_;
};

}  // namespace

SimilarPlan plan_similar(std::uint32_t docid, const DocumentData& data, const PlanContext& context, const std::string& lang,
                         Deadline deadline) {
    SimilarPlanner planner(context, lang);
    for (const auto& issue : data.evidential_issues) planner.add_tag(Facet::evidential_issue, issue.concept_id);
    for (const auto& id : data.legal_concepts) planner.add_tag(Facet::legal_concept, id);
    planner.add_words(find_telling_words(docid, data, context.view, context.analyzer, max_telling_words), deadline);
    return planner.finish(data.id);
}

}  // namespace palermo
