// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/explainer.hpp"

#include "corpus/facet_label.hpp"
#include "indexer/index/document_walk.hpp"
#include "indexer/index/layout.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace palermo {
namespace {

/// What stands behind a prefix in a term, without the colon that may part them; nothing when the term has another prefix.
std::optional<std::string> behind(std::string_view term, std::string_view prefix) {
    if (!term.starts_with(prefix)) return std::nullopt;
    term.remove_prefix(prefix.size());
    if (!prefix.empty() && term.starts_with(':')) return std::string(term.substr(1));
    const bool has_longer_prefix = !term.empty() && term.front() >= 'A' && term.front() <= 'Z';
    return has_longer_prefix ? std::nullopt : std::optional(std::string(term));
}

class Explainer {
public:
    Explainer(const WorkerView& view, std::uint32_t docid, const std::string& lang)
        : view_(view), lang_(lang), sets_(view.snapshot()), positions_(sets_, docid) {
        const auto data = view.data(docid);
        if (!data) return;
        paragraphs_ = data->paragraphs;
        std::ranges::sort(paragraphs_, {}, &StoredParagraph::first_position);
        id_term_ = layout::make_term(layout::id.prefix, data->id);
    }

    std::optional<Explanation> explain(const WeightedPart& part) {
        Xapian::Enquire enquire(view_.database());
        enquire.set_query(view_.live(Xapian::Query(Xapian::Query::OP_FILTER, part.query, Xapian::Query(id_term_))));
        enquire.set_weighting_scheme(weighting(view_.snapshot().manifest().ranking));
        const auto matches = enquire.get_mset(0, 1);
        if (matches.empty()) return std::nullopt;
        Explanation explanation{.part = part.name, .weight = matches.begin().get_weight(), .forms = {}};
        if (explanation.weight <= 0) return std::nullopt;
        const auto docid = *matches.begin();
        for (auto term = part.query.get_unique_terms_begin(); term != part.query.get_terms_end(); ++term) {
            if (*term != id_term_ && has_term(view_.database(), docid, *term)) explanation.forms.push_back(describe(*term));
        }
        return explanation;
    }

private:
    std::string describe(const std::string& term) {
        if (const auto text = layout::read_text_term(term)) {
            const auto word = std::string(text->content) + (text->is_stem ? "\xE2\x80\xA6" : "");
            return word_in(layout::text_fields[text->field], word, term);
        }
        for (const auto& field : layout::boolean_fields) {
            if (const auto value = behind(term, field.prefix)) return catalogued(field, *value);
        }
        if (const auto accented = behind(term, layout::accented_prefix))
            return "accents: " + accented->substr(accented->find(layout::accent_separator) + 1);
        return term;
    }

    std::string catalogued(const layout::BooleanField& field, const std::string& value) const {
        const auto facet = facet_named(field.name);
        if (!facet) return std::string(field.name) + ": " + value;
        return std::string(heading_of(*facet)) + ": " + facet_label(*facet, value, view_.snapshot().vocabularies(), lang_);
    }

    std::string word_in(const layout::TextField& field, const std::string& word, const std::string& term) {
        const auto places = positions_.of({term});
        const auto times = places.size();
        auto text = '"' + word + "\" " + std::to_string(times) + (times == 1 ? " time" : " times") + " in the " +
                    (field.prefix == layout::body.prefix ? "text" : std::string(field.name));
        if (field.prefix == layout::body.prefix && times > 0) {
            const auto lang = language_at(places.front());
            if (!lang.empty()) text += " (" + lang + ')';
        }
        return text;
    }

    std::string language_at(std::uint32_t position) const {
        const auto after = std::ranges::upper_bound(paragraphs_, position, {}, &StoredParagraph::first_position);
        return after == paragraphs_.begin() ? std::string() : std::prev(after)->lang;
    }

    const WorkerView& view_;
    const std::string& lang_;
    WordSets sets_;
    DocumentPositions positions_;
    std::vector<StoredParagraph> paragraphs_;
    std::string id_term_;
};

}  // namespace

std::vector<Explanation> explain_hit(const WorkerView& view, const RankedMatch& match, std::span<const WeightedPart> parts,
                                     const std::string& lang, Deadline deadline) {
    Explainer explainer(view, match.docid, lang);
    auto rest = match.score;
    std::vector<Explanation> explanations;
    for (const auto& part : parts) {
        Watch(deadline).tick();
        auto explanation = explainer.explain(part);
        if (!explanation) continue;
        rest -= explanation->weight;
        explanations.push_back(std::move(*explanation));
    }
    // Less than is shown is the rounding of sums.
    constexpr double least_shown = 0.005;
    if (rest >= least_shown) explanations.push_back({.part = "words near each other", .weight = rest, .forms = {}});
    return explanations;
}

}  // namespace palermo
