// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/filter_planner.hpp"

#include "corpus/facet_label.hpp"
#include "corpus/label_languages.hpp"
#include "corpus/nearest.hpp"
#include "corpus/shortened.hpp"
#include "indexer/analysis/identifier.hpp"
#include "indexer/analysis/normalizer.hpp"
#include "indexer/index/known_values.hpp"
#include "indexer/index/layout.hpp"
#include "searchd/query/fields.hpp"
#include "searchd/search/current_request.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

using Query = MatchQuery;

Query boolean(const layout::BooleanField& field, std::string_view value) { return Query(layout::make_term(field.prefix, value)); }

UnknownValue unknown(std::string_view field, const std::string& value, std::optional<std::string> nearest) {
    UnknownValue mistake{.message = "There is no " + std::string(field) + ' ' + in_quotes(value) + '.', .nearest = {}};
    if (!nearest) return mistake;
    mistake.message += " Did you mean \"" + *nearest + "\"?";
    mistake.nearest = std::move(*nearest);
    return mistake;
}

/// By its value, or by its label in any language.
bool means_not_recorded(const std::string& folded) {
    return folded == not_recorded ||
           std::ranges::any_of(label_languages, [&](std::string_view lang) { return fold_word(code_label(not_recorded, lang)) == folded; });
}

PlannedFilter by_identifier(const layout::BooleanField& field, const std::string& value) {
    const auto folded = fold_identifier(value);
    return {.query = folded.empty() ? Query() : boolean(field, folded), .label = value};
}

/// The tag as records write it ("pt-BR"), or a language in small or capital letters.
PlannedFilter by_language(const std::string& value) {
    return {.query = Query(Query::OP_OR, boolean(layout::text_language, value), boolean(layout::text_language, fold_word(value))),
            .label = value};
}

/// A text bound of a query as a date; the parser has read it once, so it is one.
std::optional<PartialDate> bound(const std::string& text) { return PartialDate::parse(text); }

std::string sentence_bound(const std::string& text) {
    return layout::sentence_value(text == "life" ? layout::life_in_months : static_cast<unsigned>(std::stoul(text)));
}

}  // namespace

std::variant<PlannedFilter, UnknownValue> FilterPlanner::plan(const query::Filter& filter) const {
    using Name = query::FilterName;
    switch (filter.name) {
        case Name::id: return PlannedFilter{.query = boolean(layout::id, filter.value), .label = filter.value};
        case Name::lang: return by_language(filter.value);
        case Name::citation: return by_identifier(layout::identifier, filter.value);
        case Name::docket: return by_identifier(layout::docket, filter.value);
        case Name::concept_: return plan_concept(Facet::legal_concept, filter.value);
        case Name::issue: return plan_concept(Facet::evidential_issue, filter.value);
        case Name::country: return plan_facet(Facet::jurisdiction, filter.value);
        case Name::crime: return plan_facet(Facet::crime_type, filter.value);
        case Name::outcome: return plan_facet(Facet::outcome, filter.value);
    }
    return UnknownValue{};
}

PlannedFilter FilterPlanner::found(Facet facet, const std::string& value) const {
    return {.query = boolean(layout::boolean_field(facet), value), .label = facet_label(facet, value, snapshot_.vocabularies(), lang_)};
}

std::variant<PlannedFilter, UnknownValue> FilterPlanner::plan_facet(Facet facet, const std::string& value) const {
    const auto wanted = fold_word(value);
    if (means_not_recorded(wanted)) return found(facet, std::string(not_recorded));
    const auto codes = facet_codes(facet);
    if (const auto code = value_called(snapshot_.vocabularies(), facet, value, codes)) return found(facet, *code);
    std::vector<std::string> known;
    for (const auto& code : codes) {
        known.push_back(fold_word(code));
        for (const auto lang : {std::string_view("en"), std::string_view(lang_)})
            known.push_back(fold_word(facet_label(facet, code, snapshot_.vocabularies(), lang)));
    }
    // A two-letter slip is near to twenty countries: naming one would be a guess.
    auto near = is_long_enough_to_guess(wanted) ? nearest(wanted, known) : std::nullopt;
    return unknown(facet == Facet::jurisdiction ? "country" : facet == Facet::outcome ? "outcome" : "crime type", value, std::move(near));
}

std::variant<PlannedFilter, UnknownValue> FilterPlanner::plan_concept(Facet facet, const std::string& value) const {
    const auto& vocabularies = snapshot_.vocabularies();
    const auto& vocabulary = vocabularies.of(facet);
    const auto wanted = fold_word(value);
    if (means_not_recorded(wanted)) return found(facet, std::string(not_recorded));
    if (const auto* entry = vocabulary.resolve(wanted)) {
        auto filter = found(facet, entry->id);
        if (entry->id != wanted) filter.note = note_of_old_concept(facet, wanted, vocabularies, lang_);
        return filter;
    }
    const auto matches = labels_.find(value, analyzer_);
    PlannedFilter filter;
    const auto words = analyzer_.analyze(value, "en");
    if (matches.size() == 1 && !words.empty() && matches.front().begin == words.front().begin && matches.front().end == words.back().end) {
        for (const auto& named : matches.front().concepts) {
            if (named.facet != facet) continue;
            auto one = found(facet, named.id);
            filter.query = filter.query.empty() ? one.query : Query(Query::OP_OR, filter.query, one.query);
            filter.label += (filter.label.empty() ? "" : "; ") + one.label;
        }
    }
    if (!filter.query.empty()) return filter;
    return unknown(facet == Facet::legal_concept ? "legal concept" : "evidential issue", value, vocabulary.nearest_id(wanted));
}

Query decided_between(const std::optional<PartialDate>& from, const std::optional<PartialDate>& to) {
    Query range;
    const auto both = [&](const Query& part) { range = range.empty() ? part : Query(Query::OP_FILTER, range, part); };
    if (from) both(Query(Query::OP_VALUE_GE, layout::decided_latest.slot, from->earliest()));
    // A range from "0" leaves out those without the value, which count as the empty string.
    if (to) both(Query(Query::OP_VALUE_RANGE, layout::decided_earliest.slot, "0", to->latest()));
    return range;
}

Query plan_range(const query::Range& range) {
    if (range.name != query::RangeName::sentence) return decided_between(bound(range.from), bound(range.to));
    constexpr auto slot = layout::longest_sentence.slot;
    if (range.to.empty()) return Query(Query::OP_VALUE_GE, slot, sentence_bound(range.from));
    return Query(Query::OP_VALUE_RANGE, slot, range.from.empty() ? "0" : sentence_bound(range.from), sentence_bound(range.to));
}

Query narrowed(Query cases, const PerFacet<FacetSelection>& selections) {
    for (const auto facet : all_facets) {
        const auto any_value = [&](const std::vector<std::string>& values) {
            std::vector<Query> terms;
            for (const auto& value : values) terms.push_back(boolean(layout::boolean_field(facet), value));
            return Query(Query::OP_OR, terms.begin(), terms.end());
        };
        const auto& [included, excluded] = selections[facet];
        if (!included.empty()) cases = Query(Query::OP_FILTER, cases, any_value(included));
        if (!excluded.empty()) cases = Query(Query::OP_AND_NOT, cases, any_value(excluded));
    }
    return cases;
}

}  // namespace palermo
