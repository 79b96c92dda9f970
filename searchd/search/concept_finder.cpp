// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/concept_finder.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace palermo {
namespace {

/// A label without what stands in brackets at its end.
std::string without_qualifier(const std::string& label) {
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"\xEF\xBC\x88", "\xEF\xBC\x89"}}) {
        const auto begin = label.rfind(open);
        if (begin == std::string::npos || begin == 0 || !label.ends_with(close)) continue;
        return label.substr(0, label.find_last_not_of(' ', begin - 1) + 1);
    }
    return label;
}

const std::string& key_of(const Token& token) { return token.stem.empty() ? token.word : token.stem; }

std::string joined_keys(const std::vector<Token>& tokens, std::size_t first, std::size_t count) {
    std::string key;
    for (std::size_t i = first; i < first + count; ++i) key += (key.empty() ? "" : " ") + key_of(tokens[i]);
    return key;
}

void add_once(std::vector<NamedConcept>& all, const NamedConcept& named) {
    const auto same = std::ranges::find_if(all, [&](const auto& other) { return other.facet == named.facet && other.id == named.id; });
    if (same == all.end())
        all.push_back(named);
    else
        same->is_preferred = same->is_preferred || named.is_preferred;
}

void keep_preferred(std::vector<NamedConcept>& concepts) {
    if (std::ranges::none_of(concepts, &NamedConcept::is_preferred)) return;
    std::erase_if(concepts, [](const NamedConcept& named) { return !named.is_preferred; });
}

/// The longest first, then the leftmost; matches of the same stretch in two languages become one.
std::vector<LabelMatch> without_overlaps(std::vector<LabelMatch> matches) {
    std::ranges::sort(matches, [](const LabelMatch& one, const LabelMatch& other) {
        return std::tuple(other.end - other.begin, one.begin) < std::tuple(one.end - one.begin, other.begin);
    });
    std::vector<LabelMatch> kept;
    for (auto& match : matches) {
        const auto meets =
            std::ranges::find_if(kept, [&](const LabelMatch& other) { return match.begin < other.end && other.begin < match.end; });
        if (meets == kept.end()) {
            kept.push_back(std::move(match));
        } else if (meets->begin == match.begin && meets->end == match.end) {
            for (const auto& named : match.concepts) add_once(meets->concepts, named);
        }
    }
    for (auto& match : kept) keep_preferred(match.concepts);
    std::ranges::sort(kept, {}, &LabelMatch::begin);
    return kept;
}

}  // namespace

ConceptFinder::ConceptFinder(const Vocabularies& vocabularies, Analyzer& analyzer) {
    add(vocabularies.evidential_issues, Facet::evidential_issue, analyzer);
    add(vocabularies.legal_concepts, Facet::legal_concept, analyzer);
}

void ConceptFinder::add(const Vocabulary& vocabulary, Facet facet, Analyzer& analyzer) {
    for (const auto& entry : vocabulary.concepts()) {
        // Of one that another stands for, the labels are further names of that other.
        const bool is_replaced = !entry.replaced_by.empty();
        const auto id = vocabulary.resolve(entry.id)->id;
        for (const auto& label : entry.labels) {
            const LocalText plain{label.label.lang, without_qualifier(label.label.text)};
            add_label(label.label, {facet, id, !is_replaced}, analyzer);
            add_label(plain, {facet, id, !is_replaced}, analyzer);
            if (!is_replaced) preferred_[{facet, id}].push_back({plain.lang, plain.text});
        }
        for (const auto& label : entry.alternative_labels) add_label(label, {facet, id, false}, analyzer);
    }
}

void ConceptFinder::add_label(const LocalText& label, const NamedConcept& named, Analyzer& analyzer) {
    const auto tokens = analyzer.analyze(label.text, label.lang);
    if (tokens.empty()) return;
    auto& language = languages_[label.lang];
    language.longest = std::max(language.longest, tokens.size());
    add_once(language.by_stems[joined_keys(tokens, 0, tokens.size())], named);
}

std::vector<LabelMatch> ConceptFinder::find(std::string_view text, Analyzer& analyzer) const {
    std::vector<LabelMatch> all;
    for (const auto& [lang, labels] : languages_) {
        for (auto& match : find_in(text, lang, labels, analyzer)) all.push_back(std::move(match));
    }
    return without_overlaps(std::move(all));
}

std::vector<LabelMatch> ConceptFinder::find_in(std::string_view text, const std::string& lang, const LanguageLabels& labels,
                                               Analyzer& analyzer) {
    std::vector<LabelMatch> matches;
    const auto tokens = analyzer.analyze(text, lang);
    for (std::size_t first = 0; first < tokens.size();) {
        std::size_t count = std::min(labels.longest, tokens.size() - first);
        for (; count > 0; --count) {
            const auto found = labels.by_stems.find(joined_keys(tokens, first, count));
            if (found == labels.by_stems.end()) continue;
            matches.push_back({tokens[first].begin, tokens[first + count - 1].end, count, found->second});
            break;
        }
        first += std::max<std::size_t>(count, 1);
    }
    return matches;
}

const std::vector<LabelText>& ConceptFinder::labels_of(const NamedConcept& found) const { return preferred_.at({found.facet, found.id}); }

}  // namespace palermo
