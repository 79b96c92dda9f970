// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/hit_loader.hpp"

#include "searchd/search/highlighter.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace palermo {
namespace {

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

/// The marks with a position in [first, behind).
std::span<const Mark> marks_between(std::span<const Mark> marks, std::uint32_t first, std::uint32_t behind) {
    const auto begin = std::ranges::lower_bound(marks, first, {}, [](const Mark& mark) { return mark.span.first; });
    const auto end =
        std::lower_bound(begin, marks.end(), behind, [](const Mark& mark, std::uint32_t position) { return mark.span.first < position; });
    return {begin, end};
}

/// The marks of each paragraph: from its first word up to where the next one begins.
std::vector<std::span<const Mark>> marks_by_paragraph(const std::vector<StoredParagraph>& paragraphs, std::span<const Mark> marks) {
    std::vector<std::uint32_t> begins;
    for (const auto& paragraph : paragraphs) begins.push_back(paragraph.first_position);
    std::ranges::sort(begins);
    std::vector<std::span<const Mark>> parts;
    for (const auto& paragraph : paragraphs) {
        const auto next = std::ranges::upper_bound(begins, paragraph.first_position);
        const auto behind = next == begins.end() ? std::numeric_limits<std::uint32_t>::max() : *next;
        parts.push_back(marks_between(marks, paragraph.first_position, behind));
    }
    return parts;
}

/// The first of the paragraphs that answer best: tagged with the chosen issue, then by how many parts of the query stand there, then how
/// often. Nothing when the case has no prose.
std::optional<std::size_t> best_paragraph(const std::vector<StoredParagraph>& paragraphs, const std::set<std::string>& tagged,
                                          std::span<const std::span<const Mark>> marks) {
    std::optional<std::size_t> best;
    std::tuple<bool, std::size_t, std::size_t> best_rank;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        std::set<std::size_t> patterns;
        for (const auto& mark : marks[i]) patterns.insert(mark.pattern);
        const std::tuple rank(tagged.contains(paragraphs[i].id), patterns.size(), marks[i].size());
        if (best && rank <= best_rank) continue;
        best = i;
        best_rank = rank;
    }
    return best;
}

/// Only the paragraph that is shown is read.
Result<std::optional<HitPassage>> load_passage(std::uint32_t docid, const DocumentData& data, const WorkerView& view,
                                               const std::set<std::string>& tagged, std::span<const Mark> marks, Analyzer& analyzer) {
    const auto own_marks = marks_by_paragraph(data.paragraphs, marks);
    const auto best = best_paragraph(data.paragraphs, tagged, own_marks);
    if (!best) return std::optional<HitPassage>();
    const auto& paragraph = data.paragraphs[*best];
    const auto text = view.text(docid, paragraph.text);
    if (!text) return text.error();
    const auto ranges = locate(own_marks[*best], *text, paragraph.lang, paragraph.first_position, analyzer);
    return std::optional(
        HitPassage{.fragments = mark_window(*text, ranges), .lang = paragraph.lang, .field = paragraph.field, .paragraph = paragraph.id});
}

/// The title's words are the first of the body.
std::vector<Fragment> mark_title(const DocumentData& data, std::span<const Mark> marks, Analyzer& analyzer) {
    return mark_text(data.title, locate(marks, data.title, data.title_lang, 1, analyzer));
}

}  // namespace

Result<Hit> load_hit(const RankedMatch& match, const WorkerView& view, const SearchRequest& request,
                     std::span<const PositionPattern> sought, WordSets& sets, CollectionLabels& labels, Analyzer& analyzer,
                     Deadline deadline) {
    const auto data = view.data(match.docid);
    if (!data) return data.error();
    std::vector<Mark> marks;
    Result<std::optional<HitPassage>> passage = std::optional<HitPassage>();
    if (request.wants_passages) {
        const auto& issues = view.snapshot().vocabularies().evidential_issues;
        const auto tagged = tagged_paragraphs(*data, request.facets[Facet::evidential_issue], issues);
        DocumentPositions positions(sets, match.docid, deadline);
        marks = find_all_marks(sought, positions);
        passage = load_passage(match.docid, *data, view, tagged, marks, analyzer);
    }
    if (!passage) return passage.error();
    const auto label = [&](Facet facet, const std::string& value) {
        return value.empty() ? Labelled() : Labelled{.id = value, .label = labels.label(facet, value, request.lang)};
    };
    Hit hit{.id = data->id,
            .title = mark_title(*data, marks, analyzer),
            .title_lang = data->title_lang,
            .jurisdiction = label(Facet::jurisdiction, data->jurisdiction),
            .court = data->court,
            .court_level = label(Facet::court_level, data->court_level),
            .decided = data->decided,
            .outcome = label(Facet::outcome, data->outcome),
            .passage = std::move(*passage),
            .legal_concepts = {},
            .evidential_issues = {},
            .score = match.score,
            .explanation = {}};
    for (const auto& id : data->legal_concepts) hit.legal_concepts.push_back(label(Facet::legal_concept, id));
    for (const auto& issue : data->evidential_issues)
        hit.evidential_issues.push_back({label(Facet::evidential_issue, issue.concept_id), issue.role});
    return hit;
}

}  // namespace palermo
