// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/page_frame.hpp"

#include "searchd/views/search_url.hpp"

namespace palermo {
namespace {

Html head(const Page& page) {
    return element("head", {element("meta", {{"charset", "utf-8"}}),
                            element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
                            element("title", text(page.title)), element("link", {{"rel", "stylesheet"}, {"href", "/assets/style.css"}})});
}

/// Keeps the language of the labels when the search form is sent; empty for English, which needs no keeping.
Html language_field(const std::string& lang) {
    return lang == "en" ? Html() : element("input", {{"type", "hidden"}, {"name", "lang"}, {"value", lang}});
}

Html search_form(const Page& page) {
    return element(
        "form", {{"role", "search"}, {"action", "/"}, {"method", "get"}, {"class", "search"}, {"id", "page:search"}},
        {element("label", {{"for", "page:q"}}, text("Search the cases")),
         element("input",
                 {{"type", "search"}, {"id", "page:q"}, {"name", "q"}, {"value", page.query}, {"dir", "auto"}, {"autocomplete", "off"}}),
         language_field(page.label_lang), element("button", {{"type", "submit"}}, text("Search"))});
}

Html header(const Page& page) {
    return element("header", {element("p", Attributes{{"class", "brand"}},
                                      {link(start_address(page.label_lang), text("Palermo")), text(" "),
                                       element("span", text("Case law on trafficking in persons and smuggling of migrants"))}),
                              search_form(page)});
}

Html footer(const Page& page) {
    Html edition;
    if (page.edition.generation > 0) {
        edition = element("p", {text("State of the collection: generation " + std::to_string(page.edition.generation) + ", "),
                                element("time", {{"datetime", page.edition.time}}, text(page.edition.time.substr(0, 10))), text(".")});
    }
    return element(
        "footer",
        {page.languages, edition,
         element("p", text("Counts are of this collection and say nothing of how often a crime occurs. Victims are never named here. "
                           "What you search for is not written down.")),
         element("p", {text("For programs: "), link("/api/v1/status", text("JSON API")), text(" under /api/v1/.")})});
}

}  // namespace

std::string render_page(const Page& page) {
    const auto skip =
        element("nav", {{"class", "skip"}, {"aria-label", "Skip"}}, {link("#page:main", text("Skip to content")), page.skip_links});
    const auto body =
        element("body", {skip, header(page), element("main", {{"id", "page:main"}, {"tabindex", "-1"}}, page.main), footer(page)});
    return "<!DOCTYPE html>\n" + element("html", {{"lang", page.lang}}, {head(page), body}).markup() + '\n';
}

}  // namespace palermo
