// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/case_names.hpp"

#include "indexer/analysis/identifier.hpp"
#include "indexer/index/layout.hpp"
#include "searchd/search/match_set.hpp"
#include "searchd/search/pattern_query.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace palermo {
namespace {

using Query = MatchQuery;

/// Longer citations than this are several.
constexpr std::size_t most_words = 8;

/// "v" in the forms of the field's languages, folded.
constexpr std::array<std::string_view, 14> versus{"v",     "vs",     "versus", "c",      "contra", "contre", "gegen",
                                                  "tegen", "kontra", "mot",    "против", "ضد",     "诉",     "訴"};

/// The State has many names, and titles use one of them.
constexpr std::array<std::string_view, 20> the_state{"r",     "rex",          "regina",     "queen",       "king",   "crown", "people",
                                                     "state", "commonwealth", "government", "us",          "usa",    "dpp",   "reine",
                                                     "roi",   "procureur",    "prosecutor", "prosecution", "fiscal", "estado"};
constexpr std::array<std::string_view, 8> articles{"the", "la", "le", "el", "der", "die", "de", "het"};

template <class Words>
bool is_one_of(const Words& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Enough of a number that it is no year and no count of something.
bool may_identify(std::string_view folded) {
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(folded, is_digit));
    constexpr std::size_t digits_of_a_year = 4;
    return digits == folded.size() ? digits > digits_of_a_year : digits > 0 && folded.size() >= digits_of_a_year;
}

std::string written(const PlainRun& run, std::size_t first, std::size_t last) {
    auto begin = run.words[first].begin;
    // "[2009] VSCA 182": the words begin behind the bracket, the citation before it.
    if (begin > 0 && (run.text[begin - 1] == '[' || run.text[begin - 1] == '(')) --begin;
    return run.text.substr(begin, run.words[last - 1].end - begin);
}

/// The longest citation that begins with word `first`.
std::optional<NamedCase> citation_at(const PlainRun& run, std::size_t first, const WorkerView& view) {
    for (auto last = std::min(first + most_words, run.words.size()); last > first; --last) {
        auto text = written(run, first, last);
        const auto folded = fold_identifier(text);
        if (!may_identify(folded)) continue;
        const auto term = layout::make_term(layout::identifier.prefix, folded);
        if (!view.has_live(term)) continue;
        return NamedCase{NamedCase::Kind::citation, first, last, std::move(text), Query(term)};
    }
    return std::nullopt;
}

bool is_state_or_article(const PlainWord& word) { return is_one_of(the_state, word.word) || is_one_of(articles, word.word); }

/// The title has both names: the words next to the "v", since what stands farther away may belong to the sentence around.
std::optional<NamedCase> name_around(const PlainRun& run, std::size_t sign, const WorkerView& view, const TermLookup& lookup,
                                     Deadline deadline) {
    if (sign == 0 || sign + 1 >= run.words.size()) return std::nullopt;
    const auto left = sign - 1;
    // "v The Queen", "c. la veuve": the name is behind the article.
    auto right = sign + 1;
    if (is_one_of(articles, run.words[right].word) && right + 1 < run.words.size()) ++right;
    const auto first = left > 0 && is_one_of(articles, run.words[left - 1].word) ? left - 1 : left;
    Query both;
    for (const auto i : {left, right}) {
        if (is_state_or_article(run.words[i])) continue;
        const auto name = pattern_query(view, lookup.as_written(run.words[i].word, layout::title), deadline);
        both = both.empty() ? name : Query(Query::OP_AND, both, name);
    }
    if (both.empty()) return std::nullopt;
    if (!matches_some(view, both)) return std::nullopt;
    return NamedCase{NamedCase::Kind::name, first, right + 1, written(run, first, right + 1), Query(Query::OP_SCALE_WEIGHT, both, 0)};
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::vector<NamedCase> find_named_cases(const PlainRun& run, const WorkerView& view, const TermLookup& lookup, Deadline deadline) {
    std::vector<NamedCase> found;
    for (std::size_t i = 0; i < run.words.size();) {
        auto citation = citation_at(run, i, view);
        i = citation ? citation->last : i + 1;
        if (citation) found.push_back(std::move(*citation));
    }
    for (std::size_t i = 0; i < run.words.size(); ++i) {
        if (!is_one_of(versus, run.words[i].word)) continue;
        Watch(deadline).tick();
        if (auto name = name_around(run, i, view, lookup, deadline)) found.push_back(std::move(*name));
    }
    return found;
}

std::string citation_in(std::string_view text) {
    if (const auto ecli = text.find("ECLI:"); ecli != std::string_view::npos)
        return std::string(text.substr(ecli, text.find(' ', ecli) - ecli));
    // [2008] HCA 39
    constexpr std::size_t year_in_brackets = 6;
    for (auto open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
        const auto rest = text.substr(open);
        if (rest.size() <= year_in_brackets + 2 || rest[5] != ']' || rest[6] != ' ' || !std::ranges::all_of(rest.substr(1, 4), is_digit))
            continue;
        const auto number = std::find_if(rest.begin() + year_in_brackets, rest.end(), is_digit);
        if (number == rest.end() || !is_capital(rest[year_in_brackets + 1])) continue;
        const auto end = std::find_if_not(number, rest.end(), is_digit);
        return std::string(rest.begin(), end);
    }
    return {};
}

}  // namespace palermo
