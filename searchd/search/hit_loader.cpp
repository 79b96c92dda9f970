// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/hit_loader.hpp"

#include "corpus/facet_label.hpp"
#include "searchd/search/highlighter.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace palermo {
namespace {

Labelled labelled(Facet facet, const std::string& value, const Vocabularies& vocabularies, const std::string& lang) {
    if (value.empty()) return {};
    return {.id = value, .label = facet_label(facet, value, vocabularies, lang)};
}

/// The paragraphs tagged with a chosen issue or one narrower than it.
std::set<std::string> tagged_paragraphs(const DocumentData& data, const FacetSelection& issues, const Vocabulary& vocabulary) {
    std::set<std::string> tagged;
    for (const auto& issue : data.evidential_issues) {
        const auto chain = vocabulary.with_ancestors(issue.concept_id);
        const bool is_chosen = std::ranges::any_of(
            chain, [&](const std::string& id) { return std::ranges::find(issues.included, id) != issues.included.end(); });
        if (is_chosen) tagged.insert(issue.paragraphs.begin(), issue.paragraphs.end());
    }
    return tagged;
}

struct Candidate {
    const StoredParagraph* paragraph = nullptr;
    std::string text;
    TextMatch match;
    bool is_tagged = false;

    [[nodiscard]] auto rank() const { return std::tuple(is_tagged, match.distinct, match.ranges.size()); }
};

/// The first of the best paragraphs; a null paragraph when the case has no prose.
Result<Candidate> best_paragraph(std::uint32_t docid, const DocumentData& data, const WorkerView& view, const std::set<std::string>& tagged,
                                 const SoughtTerms& sought, Analyzer& analyzer) {
    Candidate best;
    for (const auto& paragraph : data.paragraphs) {
        auto text = view.text(docid, paragraph.text);
        if (!text) return text.error();
        Candidate candidate{.paragraph = &paragraph, .text = std::move(*text), .match = {}, .is_tagged = tagged.contains(paragraph.id)};
        candidate.match = match_text(candidate.text, paragraph.lang, sought, analyzer);
        if (best.paragraph == nullptr || candidate.rank() > best.rank()) best = std::move(candidate);
    }
    return best;
}

std::optional<HitPassage> passage_of(const Candidate& best) {
    if (best.paragraph == nullptr) return std::nullopt;
    return HitPassage{.fragments = mark_window(best.text, best.match),
                      .lang = best.paragraph->lang,
                      .field = best.paragraph->field,
                      .paragraph = best.paragraph->id};
}

}  // namespace

Result<Hit> load_hit(const RankedMatch& match, const WorkerView& view, const SearchRequest& request, const SoughtTerms& sought,
                     Analyzer& analyzer) {
    const auto data = view.data(match.docid);
    if (!data) return data.error();
    const auto& vocabularies = view.snapshot().vocabularies();
    const auto tagged = tagged_paragraphs(*data, request.facets[Facet::evidential_issue], vocabularies.evidential_issues);
    const auto best = best_paragraph(match.docid, *data, view, tagged, sought, analyzer);
    if (!best) return best.error();
    const auto label = [&](Facet facet, const std::string& value) { return labelled(facet, value, vocabularies, request.lang); };
    Hit hit{.id = data->id,
            .title = mark_text(data->title, match_text(data->title, data->title_lang, sought, analyzer)),
            .title_lang = data->title_lang,
            .jurisdiction = label(Facet::jurisdiction, data->jurisdiction),
            .court = data->court,
            .court_level = label(Facet::court_level, data->court_level),
            .decided = data->decided,
            .outcome = label(Facet::outcome, data->outcome),
            .passage = passage_of(*best),
            .legal_concepts = {},
            .evidential_issues = {},
            .score = match.score};
    for (const auto& id : data->legal_concepts) hit.legal_concepts.push_back(label(Facet::legal_concept, id));
    for (const auto& issue : data->evidential_issues)
        hit.evidential_issues.push_back({label(Facet::evidential_issue, issue.concept_id), issue.role});
    return hit;
}

}  // namespace palermo
