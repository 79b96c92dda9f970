// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/error_view.hpp"

#include "searchd/views/html.hpp"
#include "searchd/views/page_frame.hpp"
#include "searchd/views/search_url.hpp"

#include <algorithm>

namespace palermo {
namespace {

/// The query with the place of the mistake marked in it: a caret below would stand elsewhere in another script.
Html marked_query(const ErrorPage& error) {
    const auto& query = error.asked.text;
    const auto offset = std::min(*error.offset, query.size());
    auto end = offset;
    while (end < query.size() && (end == offset || (static_cast<unsigned char>(query[end]) & 0xC0U) == 0x80U)) ++end;
    return element(
        "p", {{"class", "mistake"}, {"dir", "auto"}},
        {text(query.substr(0, offset)), element("mark", {{"title", "here"}}, text(end > offset ? query.substr(offset, end - offset) : " ")),
         text(query.substr(end))});
}

Html way_to(const std::string& address, const Html& words) { return element("p", link(address, words, {{"rel", "nofollow"}})); }

Html repair_link(SearchRequest repaired, const std::string& repair) {
    repaired.text = repair;
    repaired.page = 1;
    const auto address = search_address(repaired);
    if (address == start_address(repaired.lang)) return {};
    if (repair.empty()) return way_to(address, text("Leave out the query"));
    return way_to(address, text("Search for ") + element("span", {{"dir", "auto"}}, text(repair)));
}

/// The nearest first. The last always works.
Html ways_out(const ErrorPage& error) {
    Html ways;
    if (error.repair) ways += repair_link(error.asked, *error.repair);
    const auto start = start_address(error.asked.lang);
    if (error.without && *error.without != start) ways += way_to(*error.without, text("Leave it out"));
    return ways + element("p", link(start, text("All cases")));
}

}  // namespace

std::string render_error_html(const ErrorPage& error) {
    Html content = element("h1", text(error.title)) + element("p", text(error.detail));
    if (error.offset) content += marked_query(error);
    content += ways_out(error);
    return render_page({.title = error.title + " · Palermo",
                        .lang = "en",
                        .query = error.asked.text,
                        .label_lang = error.asked.lang,
                        .skip_links = {},
                        .main = element("div", {{"class", "message"}}, content),
                        .languages = {},
                        .edition = {}});
}

}  // namespace palermo
