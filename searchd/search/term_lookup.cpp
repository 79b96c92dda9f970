// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/term_lookup.hpp"

#include "searchd/search/pattern_query.hpp"
#include "searchd/search/written_words.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace palermo {
namespace {

void add_once(std::vector<std::string>& terms, std::string term) {
    if (std::ranges::find(terms, term) == terms.end()) terms.push_back(std::move(term));
}

/// Documents are found by the stems of the words in them.
void find_postings(const Snapshot& snapshot, PositionPattern& pattern) {
    auto found = cover(snapshot, pattern.terms);
    // No document has a word as written for a term.
    pattern.postings = found.postings.empty() ? std::vector{pattern.terms.front()} : std::move(found.postings);
    pattern.needs_check = found.has_others;
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
    pattern.written = layout::written_term(field, word);
    for (const auto& stem : analyzer_.stems(word, languages_.stemmed)) add_once(pattern.terms, layout::stem_term(field, stem));
    // In a collection without stems each word is its own.
    const bool has_no_stems = pattern.terms.empty();
    if (has_no_stems) pattern.terms.push_back(layout::stem_term(field, word));
    keep_known(pattern.terms);
    pattern.postings = pattern.terms;
    // Whoever has the word has one of the stems, unless in a language that has none. Names may be in any.
    if ((languages_.has_others && !has_no_stems) || field.prefix != layout::body.prefix) {
        pattern.terms.push_back(pattern.written);
        find_postings(view_.snapshot(), pattern);
    }
    return pattern;
}

PositionPattern TermLookup::inflected_in(const Token& token, const layout::TextField& field) {
    PositionPattern pattern;
    pattern.written = layout::written_term(field, token.word);
    pattern.terms = {layout::stem_term(field, token.stem.empty() ? token.word : token.stem)};
    pattern.postings = pattern.terms;
    return pattern;
}

/// Each term that is looked for costs time, found or not. If none is known, all stay.
void TermLookup::keep_known(std::vector<std::string>& terms) {
    if (terms.size() < 2) return;
    const auto is_known = [this](const std::string& term) { return frequency(term) > 0; };
    if (std::ranges::any_of(terms, is_known)) std::erase_if(terms, std::not_fn(is_known));
}

PositionPattern TermLookup::as_written(const std::string& word, const layout::TextField& field) const {
    PositionPattern pattern;
    pattern.written = layout::written_term(field, word);
    pattern.terms = {pattern.written};
    find_postings(view_.snapshot(), pattern);
    return pattern;
}

PositionPattern TermLookup::beginning_with(const std::string& beginning, const layout::TextField& field, Expansion& expansion) {
    const auto& snapshot = view_.snapshot();
    const auto term_of_beginning = layout::written_term(field, beginning);
    const auto found = words_beginning_with(snapshot, beginning, layout::number_of(field), max_looked_at);
    expansion.is_cut = found.is_cut || found.documents.size() > max_expansion;
    std::vector<std::pair<std::uint64_t, std::string_view>> frequent;
    for (const auto& [word, documents] : found.documents) frequent.emplace_back(documents, word);
    std::ranges::sort(frequent, [](const auto& one, const auto& other) {
        return one.first != other.first ? one.first > other.first : one.second < other.second;
    });
    PositionPattern pattern;
    for (const auto& [documents, word] : frequent) {
        watch_.tick();
        if (pattern.terms.size() == max_expansion) break;
        auto term = layout::written_term(field, word);
        if (!has_live_word(snapshot, term)) continue;
        expansion.words.emplace_back(word);
        pattern.terms.push_back(std::move(term));
    }
    // None begins so: the beginning itself, which finds nothing either, keeps the question whole.
    if (pattern.terms.empty()) pattern.terms.push_back(term_of_beginning);
    find_postings(snapshot, pattern);
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
    return {MatchQuery::OP_AND_NOT, pattern_query(view_, as_written(word, layout::body), watch_.deadline()),
            MatchQuery(MatchQuery::OP_OR, accented.begin(), accented.end())};
}

Xapian::doccount TermLookup::frequency(const std::string& term) {
    const auto [known, is_new] = frequencies_.try_emplace(term);
    if (is_new) known->second = database_.get_termfreq(term);
    return known->second;
}

Xapian::doccount TermLookup::frequency(const PositionPattern& terms) {
    Xapian::doccount most = 0;
    for (const auto& term : terms.postings) most = std::max(most, frequency(term));
    for (const auto& part : terms.parts) most = std::max(most, frequency(part));
    return most;
}

}  // namespace palermo
