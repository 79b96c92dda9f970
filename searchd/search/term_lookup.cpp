// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/term_lookup.hpp"

#include "searchd/search/weights.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace palermo {
namespace {

using Kind = PositionPattern::Kind;

void add_once(std::vector<std::string>& terms, std::string term) {
    if (std::ranges::find(terms, term) == terms.end()) terms.push_back(std::move(term));
}

void add_stem(std::vector<std::string>& terms, const std::string& stem, const layout::TextField& field) {
    add_once(terms, layout::make_term(std::string(layout::stem_prefix) + std::string(field.prefix), stem));
}

MatchQuery synonyms(const std::vector<std::string>& terms) {
    if (terms.size() == 1) return MatchQuery(terms.front());
    return {MatchQuery::OP_SYNONYM, terms.begin(), terms.end()};
}

/// The stem gives the weight, the word as typed adds to it.
MatchQuery word_query(const PositionPattern& pattern) {
    using Query = Xapian::Query;
    const auto matching = synonyms(pattern.terms);
    if (pattern.stems.empty()) return matching;
    const Query as_typed(Query::OP_SCALE_WEIGHT, Query(pattern.written), weights::as_typed);
    const Query weight(Query::OP_OR, synonyms(pattern.stems).engine(), as_typed);
    // Written exactly so, it does not match all that its stem does.
    return MatchQuery::weighed(matching, pattern.terms.size() == 1 ? Query(Query::OP_FILTER, weight, matching.engine()) : weight);
}

}  // namespace

TextLanguages text_languages(const WorkerView& view) {
    TextLanguages languages;
    const auto& known = view.snapshot().manifest().analyzer.stemmed_languages;
    const std::string prefix(layout::text_language.prefix);
    const auto& database = view.database();
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
        const auto language = (*term).substr(prefix.size());
        if (std::ranges::find(known, language) != known.end())
            languages.stemmed.push_back(language);
        else if (std::ranges::find(known, language.substr(0, language.find('-'))) == known.end())
            languages.has_others = true;
    }
    return languages;
}

PositionPattern TermLookup::inflected(const std::string& word, const layout::TextField& field) {
    PositionPattern pattern;
    pattern.written = layout::make_term(field.prefix, word);
    if (!layout::stem_term_content(word, {})) {
        pattern.terms = {pattern.written};
        return pattern;
    }
    for (const auto& stem : analyzer_.stems(word, languages_.stemmed)) add_stem(pattern.stems, stem, field);
    // In a collection without stems each word is its own.
    const bool has_no_stems = pattern.stems.empty();
    if (has_no_stems) add_stem(pattern.stems, word, field);
    keep_known(pattern.stems);
    pattern.terms = pattern.stems;
    // Whoever has the word has one of the stems, unless in a language that has none. Names may be in any.
    if ((languages_.has_others && !has_no_stems) || field.prefix != layout::body.prefix) add_once(pattern.terms, pattern.written);
    return pattern;
}

PositionPattern TermLookup::inflected_in(const Token& token, const layout::TextField& field) const {
    PositionPattern pattern;
    pattern.written = layout::make_term(field.prefix, token.word);
    if (const auto stem = layout::stem_term_content(token.word, token.stem)) add_stem(pattern.stems, std::string(*stem), field);
    pattern.terms = pattern.stems.empty() ? std::vector{pattern.written} : pattern.stems;
    return pattern;
}

/// Each term that is looked for costs time, found or not.
void TermLookup::keep_known(std::vector<std::string>& terms) const {
    const auto is_known = [this](const std::string& term) { return database_.term_exists(term); };
    if (std::ranges::any_of(terms, is_known)) std::erase_if(terms, std::not_fn(is_known));
}

PositionPattern TermLookup::as_written(const std::string& word, const layout::TextField& field) {
    auto pattern = inflected(word, field);
    pattern.terms = {pattern.written};
    return pattern;
}

PositionPattern TermLookup::beginning_with(const std::string& beginning, const layout::TextField& field, Expansion& expansion) {
    const auto prefix = layout::make_term(field.prefix, beginning);
    std::vector<std::pair<Xapian::doccount, std::string>> found;
    const auto end = database_.allterms_end(prefix);
    auto term = database_.allterms_begin(prefix);
    for (; term != end && found.size() < max_looked_at; ++term) {
        watch_.tick();
        found.emplace_back(term.get_termfreq(), *term);
    }
    expansion.is_cut = term != end || found.size() > max_expansion;
    std::ranges::sort(found, [](const auto& one, const auto& other) {
        return one.first != other.first ? one.first > other.first : one.second < other.second;
    });
    PositionPattern pattern;
    for (auto& [frequency, word] : found) {
        if (pattern.terms.size() == max_expansion) break;
        if (!view_.has_live(word)) continue;
        expansion.words.push_back(word.substr(field.prefix.size()));
        pattern.terms.push_back(std::move(word));
    }
    // None begins so: the beginning itself, which finds nothing either, keeps the question whole.
    if (pattern.terms.empty()) pattern.terms.push_back(prefix);
    return pattern;
}

MatchQuery TermLookup::accented(const std::string& word, const std::string& exact) const {
    const auto term = layout::make_term(layout::accented_prefix, word + layout::accent_separator + exact);
    return database_.term_exists(term) ? MatchQuery(term) : MatchQuery();
}

MatchQuery TermLookup::unaccented(const std::string& word) const {
    const auto prefix = layout::make_term(layout::accented_prefix, word + layout::accent_separator);
    const std::vector<std::string> accented(database_.allterms_begin(prefix), database_.allterms_end(prefix));
    if (accented.empty()) return {};
    return {MatchQuery::OP_AND_NOT, MatchQuery(layout::make_term("", word)),
            MatchQuery(MatchQuery::OP_OR, accented.begin(), accented.end())};
}

Xapian::doccount TermLookup::frequency(const PositionPattern& terms) const {
    Xapian::doccount most = 0;
    for (const auto& term : terms.terms) most = std::max(most, database_.get_termfreq(term));
    for (const auto& part : terms.parts) most = std::max(most, frequency(part));
    return most;
}

MatchQuery words_query(const PositionPattern& pattern) {
    using Query = MatchQuery;
    if (pattern.kind == Kind::terms) return word_query(pattern);
    std::vector<Query> parts;
    for (const auto& part : pattern.parts) parts.push_back(words_query(part));
    return {pattern.kind == Kind::any ? Query::OP_OR : Query::OP_AND, parts.begin(), parts.end()};
}

}  // namespace palermo
