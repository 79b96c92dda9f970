// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/similar_view.hpp"

#include "searchd/views/search_url.hpp"
#include "searchd/views/utf8.hpp"

#include <boost/json.hpp>

namespace palermo {
namespace {

namespace json = boost::json;

SearchRequest all_like(const std::string& case_id, const std::string& lang) {
    SearchRequest request;
    request.similar_to = case_id;
    request.lang = lang;
    return request;
}

}  // namespace

Html similar_link(const std::string& case_id, const std::string& lang) {
    return element("p", {{"class", "similar"}}, link(search_address(all_like(case_id, lang)), text("Similar cases")));
}

Html similar_heading(const LikenedCase& liked, const std::string& lang) {
    const auto address = "/cases/" + liked.id + (lang == "en" ? "" : "?lang=" + lang);
    return text("Cases similar to ") + link(address, text(liked.title), {{"lang", liked.title_lang}, {"dir", "auto"}});
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
    if (request.similar_to.empty()) return request;
    SearchRequest none;
    none.lang = request.lang;
    return none;
}

json::object with_similar_to(json::object shown, const SearchResult& result) {
    if (result.similar_to)
        shown["similar_to"] = json::object{{"id", clean_utf8(result.similar_to->id)}, {"title", clean_utf8(result.similar_to->title)}};
    return shown;
}

}  // namespace palermo
