// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/similar_view.hpp"

#include "searchd/views/search_url.hpp"

namespace palermo {
namespace {

SearchRequest all_like(const std::string& case_id, const std::string& lang) {
    auto request = in_language(lang);
    request.similar_to = case_id;
    return request;
}

}  // namespace

Html similar_link(const std::string& case_id, const std::string& lang) {
    return element("p", {{"class", "similar"}}, link(search_address(all_like(case_id, lang)), text("Similar cases")));
}

Html similar_heading(const LikenedCase& liked, const std::string& lang) {
    return text("Cases similar to ") +
           link(case_address(liked.id, in_language(lang)), text(liked.title), {{"lang", liked.title_lang}, {"dir", "auto"}});
}

std::string similar_title(const LikenedCase& liked) { return "Cases similar to " + liked.title; }

Html no_similar_cases(const SearchRequest& request) {
    const auto all = all_like(request.similar_to, request.lang);
    if (search_address(request) == search_address(all))
        return element("p", text("No other case shares an evidential issue, a telling legal concept or enough words with this one."));
    return element("section", {element("p", text("No similar case matches all of this.")),
                               element("p", link(search_address(all), text("All similar cases")))});
}

SearchRequest search_to_go_back_to(const SearchRequest& request) {
    return request.similar_to.empty() ? request : in_language(request.lang);
}

void write_similar_to(JsonWriter& json, const SearchResult& result) {
    if (!result.similar_to) return;
    json.name("similar_to");
    json.begin_object();
    json.member("id", result.similar_to->id);
    json.member("title", result.similar_to->title);
    json.end_object();
}

}  // namespace palermo
