// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/results_view.hpp"

#include "searchd/views/counts_view.hpp"
#include "searchd/views/filters_view.hpp"
#include "searchd/views/hit_view.hpp"
#include "searchd/views/html.hpp"
#include "searchd/views/language_view.hpp"
#include "searchd/views/page_frame.hpp"
#include "searchd/views/query_view.hpp"
#include "searchd/views/search_url.hpp"
#include "searchd/views/similar_view.hpp"

#include <algorithm>

namespace palermo {
namespace {

/// Numbered pages around the one that is shown.
constexpr std::uint32_t pages_around = 2;

std::string address_of_page(SearchRequest request, std::uint32_t page) {
    request.page = page;
    return search_address(request);
}

std::string counted(std::uint64_t total) { return std::to_string(total) + (total == 1 ? " case" : " cases"); }

Html introduction(std::uint64_t total, const std::string& lang) {
    auto debt = in_language(lang);
    debt.text = "\"debt bondage\"";
    auto passport = in_language(lang);
    passport.text = "passport";
    passport.facets[Facet::evidential_issue].included = {"withholding-documents"};
    auto voodoo = in_language(lang);
    voodoo.text = "voodoo OR oath";
    const auto example = [](const SearchRequest& request, const std::string& words) {
        return element("li", link(search_address(request), text(words)));
    };
    return element(
        "section", {{"class", "introduction"}},
        {element("p", text("Search " + counted(total) +
                           " by their words, and filter them by the question of evidence that the court had to answer: the witness who "
                           "went back, the late complaint, consent, juju.")),
         element("p", text("For example:")),
         element("ul", {example(debt, "\"debt bondage\""), example(passport, "passport, where documents were withheld"),
                        example(voodoo, "voodoo OR oath")})});
}

Html pager(const SearchResult& result, const SearchRequest& request) {
    const auto last = static_cast<std::uint32_t>(std::min<std::uint64_t>((result.total + request.size - 1) / request.size, max_page));
    if (last <= 1) return {};
    Html items;
    if (request.page > 1)
        items += element("li", link(address_of_page(request, std::min(request.page - 1, last)), text("Previous"), {{"rel", "prev"}}));
    const auto first_shown = request.page > pages_around ? request.page - pages_around : 1;
    for (auto page = first_shown; page <= std::min(last, request.page + pages_around); ++page) {
        const auto number = std::to_string(page);
        if (page == request.page)
            items += element("li", element("span", {{"aria-current", "page"}}, text(number)));
        else
            items += element("li", link(address_of_page(request, page), text(number), {{"aria-label", "Page " + number}}));
    }
    if (request.page < last) items += element("li", link(address_of_page(request, request.page + 1), text("Next"), {{"rel", "next"}}));
    return element("nav", {{"class", "pager"}, {"aria-label", "Pages"}}, element("ul", items));
}

/// A page without a hit says what there is instead.
Html no_hits(const SearchResult& result, const SearchRequest& request) {
    if (result.total == 0) return result.similar_to ? no_similar_cases(request) : render_relaxations(result, request);
    return element("p", {text("There is no page " + std::to_string(request.page) + ". "),
                         link(address_of_page(request, 1), text("Back to the first page"))});
}

Html hits(const SearchResult& result, const SearchRequest& request) {
    if (result.hits.empty()) return no_hits(result, request);
    Html list;
    const auto query = encode_search_url(search_to_go_back_to(request));
    for (const auto& hit : result.hits) list += render_hit(hit, query, request);
    return list;
}

Html headline(const SearchResult& result, const SearchRequest& request, const std::string& heading) {
    if (!result.similar_to) return element("h1", text(heading));
    return element("h1", similar_heading(*result.similar_to, request.lang)) + element("p", text(heading));
}

/// Whether every hit says why it was found: for those who ask, and only where words can be the reason.
Html explain_switch(const SearchResult& result, const SearchRequest& request) {
    if (request.text.empty() || result.hits.empty()) return {};
    auto other = request;
    other.explain = !request.explain;
    const auto* const offer = request.explain ? "Leave out why each case was found" : "Show why each case was found";
    return element("p", {{"class", "quiet"}}, link(search_address(other), text(offer), {{"rel", "nofollow"}}));
}

Html languages(const SearchRequest& request) {
    return language_choice(request.lang, [other = request](const std::string& lang) mutable {
        other.lang = lang;
        return search_address(other);
    });
}

}  // namespace

std::string render_results_html(const SearchResult& result, const SearchRequest& request) {
    const bool is_start = request == SearchRequest{.text = {},
                                                   .facets = {},
                                                   .from = {},
                                                   .to = {},
                                                   .match = request.match,
                                                   .sort = SortOrder::relevance,
                                                   .page = 1,
                                                   .size = default_page_size,
                                                   .lang = request.lang,
                                                   .explain = request.explain};
    const auto heading = counted(result.total);
    Page page{.title = (is_start ? "Palermo" : (request.text.empty() ? heading : request.text + ": " + heading) + " · Palermo"),
              .lang = "en",
              .query = request.text,
              .label_lang = request.lang,
              .skip_links = link("#results", text("Skip to results")) + link("#filters", text("Skip to filters")),
              .main = {},
              .languages = languages(request),
              .edition = {.generation = result.generation, .time = result.generation_time}};
    if (result.similar_to) page.title = similar_title(*result.similar_to) + " · Palermo";
    const auto list =
        element("section", {{"class", "results"}, {"id", "results"}, {"aria-label", "Results"}, {"tabindex", "-1"}},
                {headline(result, request, heading), element("p", {{"class", "to-filters"}}, link("#filters", text("Filters"))),
                 is_start ? introduction(result.total, request.lang) : Html(), render_notes(result), render_reading(result, request),
                 render_match_switch(result, request), render_chosen(result, request), render_counts(result, request),
                 hits(result, request), pager(result, request), explain_switch(result, request)});
    page.main = element("div", {{"class", "columns"}}, {list, render_filters(result, request)});
    return render_page(page);
}

}  // namespace palermo
