// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/warm_up.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace palermo {
namespace {

constexpr std::chrono::seconds may_take{1};
/// Bytes of a title that are searched for: a few words.
constexpr std::size_t title_bytes = 60;

std::string beginning_of_title(const Hit& hit) {
    std::string title;
    for (const auto& fragment : hit.title) title += fragment.text;
    if (title.size() > title_bytes) title.resize(std::min(title.size(), title.find(' ', title_bytes)));
    return title;
}

/// Words, a phrase, and a filter: between them they pass through all of the search.
std::vector<SearchRequest> questions(const SearchResult& everything) {
    std::vector<SearchRequest> asked;
    if (everything.hits.empty()) return asked;
    const auto title = beginning_of_title(everything.hits.front());
    asked.emplace_back().text = title;
    asked.back().match = MatchMode::any;
    asked.emplace_back().text = '"' + title + '"';
    for (const auto& counts : everything.facets) {
        if (counts.buckets.empty()) continue;
        asked.emplace_back(asked.front()).facets[counts.facet].included = {counts.buckets.front().value.id};
        break;
    }
    return asked;
}

}  // namespace

Result<void> warm_up(Searcher& searcher) {
    const auto deadline = std::chrono::steady_clock::now() + may_take;
    const auto answer = searcher.search({}, deadline);
    if (!answer) return answer.error();
    const auto* everything = std::get_if<SearchResult>(&*answer);
    if (everything == nullptr) return {};
    for (const auto& request : questions(*everything)) {
        if (const auto asked = searcher.search(request, deadline); !asked) return asked.error();
    }
    if (everything->hits.empty()) return {};
    const auto& newest = everything->hits.front();
    if (const auto suggested = searcher.suggest({.text = beginning_of_title(newest)}); !suggested) return suggested.error();
    if (const auto source = searcher.source_xml(newest.id); !source) return source.error();
    return {};
}

}  // namespace palermo
