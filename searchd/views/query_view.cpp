// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/query_view.hpp"

#include "searchd/views/search_url.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace palermo {
namespace {

/// Words of an expansion that are shown before the rest is folded away.
constexpr std::size_t shown_words = 3;

Html any_direction(const std::string& words) { return element("span", {{"dir", "auto"}}, text(words)); }

std::string address_of_text(SearchRequest request, std::string words) {
    request.text = std::move(words);
    request.page = 1;
    return search_address(request);
}

std::string joined(const std::vector<std::string>& words, std::size_t most) {
    std::string list;
    for (std::size_t i = 0; i < std::min(most, words.size()); ++i) list += (i == 0 ? "" : ", ") + words[i];
    return list;
}

Html concepts_of(const QueryPart& part, const SearchRequest& request) {
    if (part.concepts.empty()) return {};
    // A concept and an issue may have one label.
    std::vector<std::string> labels;
    for (const auto& named : part.concepts) {
        if (auto label = '"' + named.value.label + '"'; std::ranges::find(labels, label) == labels.end())
            labels.push_back(std::move(label));
    }
    std::vector<Html> names;
    for (const auto& label : labels) names.push_back(any_direction(label));
    auto told = text("also the cases catalogued under ") + join(names, " or ");
    if (!part.words_only.empty()) {
        told += text(" ") + link(address_of_text(request, part.words_only), text("words only"),
                                 {{"aria-label", "words only: " + part.text}, {"rel", "nofollow"}});
    }
    return element("span", {{"class", "besides"}}, told);
}

Html expansion_of(const QueryPart& part) {
    if (part.expanded.empty()) return {};
    const auto count = part.expanded.size();
    const auto counted =
        " (" + std::string(part.is_cut ? "the most frequent " : "") + std::to_string(count) + (count == 1 ? " word)" : " words)");
    const auto beginning = text("also: ") + any_direction(joined(part.expanded, shown_words));
    if (count <= shown_words) return element("span", {{"class", "besides"}}, beginning + text(counted));
    return element(
        "details", {{"class", "besides"}},
        {element("summary", beginning + text(" …" + counted)), element("p", {{"dir", "auto"}}, text(joined(part.expanded, count)))});
}

Html chip(const QueryPart& part, const SearchRequest& request) {
    auto content = element("span", {{"class", "text"}, {"dir", "auto"}}, text(part.text));
    const bool tells_more = part.text.find(part.label) == std::string::npos;
    if (tells_more) content += element("span", {{"class", "besides"}, {"dir", "auto"}}, text(part.label));
    content += link(address_of_text(request, part.without), element("span", {{"aria-hidden", "true"}}, text("✕")),
                    {{"class", "remove"}, {"aria-label", "Remove " + part.text}, {"rel", "nofollow"}});
    return element("li", {{"class", "part " + part.kind}}, {content, concepts_of(part, request), expansion_of(part)});
}

bool names_case(const Note& note) { return note.code == "citation" || note.code == "case-name"; }

}  // namespace

Html render_notes(const SearchResult& result) {
    auto notes = result.notes;
    std::stable_partition(notes.begin(), notes.end(), names_case);
    Html lines;
    for (const auto& note : notes) lines += element("p", {{"class", "note " + note.code}, {"dir", "auto"}}, text(note.text));
    return lines;
}

Html render_reading(const SearchResult& result, const SearchRequest& request) {
    if (result.read_as.empty()) return {};
    Html chips;
    for (const auto& part : result.parts) chips += chip(part, request);
    const auto list = chips.empty() ? Html() : element("ul", {{"class", "parts"}, {"aria-label", "The parts of your search"}}, chips);
    return list + element("p", {{"class", "read-as"}}, {text("Read as: "), any_direction(result.read_as)});
}

Html render_match_switch(const SearchResult& result, const SearchRequest& request) {
    const auto words =
        std::ranges::count_if(result.parts, [](const QueryPart& part) { return part.kind == "word" || part.kind == "concept"; });
    // What has none of the words has not all of them either.
    if (result.matches_any ? result.total == 0 : words < 2) return {};
    auto other = request;
    other.match = result.matches_any ? MatchMode::all : MatchMode::any;
    other.page = 1;
    const auto* const offer = result.matches_any ? "All of the words" : "Any of the words";
    return element("p", {{"class", result.matches_any ? "match" : "match quiet"}},
                   link(search_address(other), text(offer), {{"rel", "nofollow"}}));
}

Html render_relaxations(const SearchResult& result, const SearchRequest& request) {
    if (result.relaxations.empty()) return element("p", text("No case matches this search."));
    Html ways;
    for (const auto& near : result.relaxations) {
        auto way = link(search_address(near.request), any_direction(near.reason), {{"rel", "nofollow"}});
        if (near.request.text != request.text) way += text(": ") + any_direction(near.request.text);
        ways += element("li", way + text(" (" + std::to_string(near.total) + (near.total == 1 ? " case)" : " cases)")));
    }
    return element("section", {{"class", "ways"}, {"aria-label", "Searches that find something"}},
                   {element("p", text("No case matches this search. Near to it:")), element("ul", ways)});
}

}  // namespace palermo
