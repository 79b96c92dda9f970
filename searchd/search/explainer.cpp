// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/explainer.hpp"

#include "corpus/facet_label.hpp"
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
    Explainer(const WorkerView& view, std::uint32_t docid) : view_(view), docid_(view.combined_docid(docid)) {
        if (const auto data = view.data(docid)) paragraphs_ = data->paragraphs;
        std::ranges::sort(paragraphs_, {}, &StoredParagraph::first_position);
        id_term_ = [&] {
            auto term = view_.database().termlist_begin(docid_);
            term.skip_to(std::string(layout::id.prefix));
            return *term;
        }();
    }

    std::optional<Explanation> explain(const WeightedPart& part) const {
        Xapian::Enquire enquire(view_.database());
        enquire.set_query(view_.live(Xapian::Query(Xapian::Query::OP_FILTER, part.query, Xapian::Query(id_term_))));
        enquire.set_weighting_scheme(weighting(view_.snapshot().manifest().ranking));
        const auto matches = enquire.get_mset(0, 1);
        if (matches.empty()) return std::nullopt;
        Explanation explanation{.part = part.name, .weight = matches.begin().get_weight(), .forms = {}};
        if (explanation.weight <= 0) return std::nullopt;
        for (auto term = enquire.get_matching_terms_begin(matches.begin()); term != enquire.get_matching_terms_end(matches.begin());
             ++term) {
            if (*term == id_term_) continue;
            explanation.forms.push_back(describe(*term));
        }
        return explanation;
    }

private:
    std::string describe(const std::string& term) const {
        for (const auto& field : layout::text_fields) {
            if (const auto word = behind(term, field.prefix)) return word_in(field, *word, term);
            const auto stem_prefix = std::string(layout::stem_prefix) + std::string(field.prefix);
            if (const auto stem = behind(term, stem_prefix)) return word_in(field, *stem + "\xE2\x80\xA6", term);
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
        return std::string(heading_of(*facet)) + ": " + facet_label(*facet, value, view_.snapshot().vocabularies(), "en");
    }

    std::string word_in(const layout::TextField& field, const std::string& word, const std::string& term) const {
        const auto times =
            std::distance(view_.database().positionlist_begin(docid_, term), view_.database().positionlist_end(docid_, term));
        auto text = '"' + word + "\" " + std::to_string(times) + (times == 1 ? " time" : " times") + " in the " +
                    (field.prefix == layout::body.prefix ? "text" : std::string(field.name));
        if (field.prefix == layout::body.prefix && times > 0) {
            const auto lang = language_at(*view_.database().positionlist_begin(docid_, term));
            if (!lang.empty()) text += " (" + lang + ')';
        }
        return text;
    }

    std::string language_at(std::uint32_t position) const {
        const auto after = std::ranges::upper_bound(paragraphs_, position, {}, &StoredParagraph::first_position);
        return after == paragraphs_.begin() ? std::string() : std::prev(after)->lang;
    }

    const WorkerView& view_;
    Xapian::docid docid_;
    std::vector<StoredParagraph> paragraphs_;
    std::string id_term_;
};

}  // namespace

std::vector<Explanation> explain_hit(const WorkerView& view, const RankedMatch& match, std::span<const WeightedPart> parts) {
    const Explainer explainer(view, match.docid);
    auto rest = match.score;
    std::vector<Explanation> explanations;
    for (const auto& part : parts) {
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
