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
    const auto offset = std::min(*error.offset, error.query.size());
    auto end = offset;
    while (end < error.query.size() && (end == offset || (static_cast<unsigned char>(error.query[end]) & 0xC0U) == 0x80U)) ++end;
    return element("p", {{"class", "mistake"}, {"dir", "auto"}},
                   {text(error.query.substr(0, offset)),
                    element("mark", {{"title", "here"}}, text(end > offset ? error.query.substr(offset, end - offset) : " ")),
                    text(error.query.substr(end))});
}

Html repair_link(const ErrorPage& error) {
    SearchRequest repaired;
    repaired.text = error.repair;
    const auto words =
        error.repair.empty() ? text("Show all cases") : text("Search for ") + element("span", {{"dir", "auto"}}, text(error.repair));
    return element("p", link(search_address(repaired), words));
}

}  // namespace

std::string render_error_html(const ErrorPage& error) {
    Html content = element("h1", text(error.title)) + element("p", text(error.detail));
    if (error.offset)
        content += marked_query(error) + repair_link(error);
    else
        content += element("p", link("/", text("All cases")));
    return render_page({.title = error.title + " · Palermo",
                        .lang = "en",
                        .query = error.query,
                        .hidden = {},
                        .skip_links = {},
                        .main = element("div", {{"class", "message"}}, content),
                        .edition = {}});
}

}  // namespace palermo
