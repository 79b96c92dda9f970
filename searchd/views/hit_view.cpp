// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/hit_view.hpp"

#include "searchd/views/label_view.hpp"
#include "searchd/views/reasons_view.hpp"

#include <array>
#include <charconv>

namespace palermo {
namespace {

std::string address(const Hit& hit, const std::string& search_query, const std::string& paragraph = {}) {
    auto url = "/cases/" + hit.id;
    if (!search_query.empty()) url += '?' + search_query;
    return paragraph.empty() ? url : url + '#' + paragraph;
}

/// The court has its name in the language of the case, which may run the other way.
Html court_line(const Hit& hit, const std::string& lang) {
    auto line = labelled(hit.jurisdiction.label, lang) + text(" · ");
    line += hit.court.empty() ? text("court not recorded") : element("bdi", text(hit.court));
    if (hit.court.empty() && !hit.court_level.label.empty()) line += text(" (") + labelled(hit.court_level.label, lang) + text(")");
    return line + text(" · ") + text(hit.decided.empty() ? "date not recorded" : hit.decided);
}

Html outcome(const Hit& hit, const std::string& lang) {
    return hit.outcome.label.empty() ? text("Outcome not recorded") : labelled(hit.outcome.label, lang);
}

Html issues(const Hit& hit, const std::string& lang) {
    if (hit.evidential_issues.empty()) return {};
    std::vector<Html> names;
    for (const auto& tag : hit.evidential_issues) names.push_back(labelled(tag.issue.label, lang));
    return element("p", {{"class", "issues"}}, {element("span", {{"class", "label"}}, text("Evidence: ")), join(names, "; ")});
}

Html passage(const Hit& hit, const std::string& search_query) {
    if (!hit.passage) return {};
    const auto& found = *hit.passage;
    return element("blockquote", {{"lang", found.lang}, {"dir", "auto"}},
                   {element("p", {marked(found.fragments), text(" "),
                                  link(address(hit, search_query, found.paragraph), text("¶"),
                                       {{"class", "paragraph"}, {"aria-label", "Paragraph " + found.paragraph}})})});
}

std::string two_decimals(double weight) {
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), weight, std::chars_format::fixed, 2);
    return error == std::errc() ? std::string(digits.data(), end) : std::string();
}

Html why(const Hit& hit, SortOrder order) {
    if (hit.explanation.empty()) return {};
    const auto heading = [](const std::string& words) { return element("th", {{"scope", "col"}}, text(words)); };
    Html rows;
    for (const auto& part : hit.explanation) {
        Html places;
        for (const auto& form : part.forms) places += element("li", {{"dir", "auto"}}, text(form));
        rows += element("tr", {element("th", {{"scope", "row"}, {"dir", "auto"}}, text(part.part)),
                               element("td", {{"class", "adds"}}, text(two_decimals(part.weight))),
                               element("td", places.empty() ? Html() : element("ul", places))});
    }
    const auto head = element("thead", element("tr", {heading("Part of the search"), heading("Adds"), heading("Where it stands")}));
    // In an order of dates what is added moves no case.
    const auto* const caption =
        order == SortOrder::relevance ? "The more is added, the higher the case stands." : "What adds to the score.";
    const auto table = element("table", {element("caption", text(caption)), head, element("tbody", rows)});
    return element("details", {{"class", "why"}},
                   {element("summary", {{"aria-label", "Why this case: " + hit.id}}, text("Why this case")),
                    element("div", {{"class", "scroll"}}, table)});
}

}  // namespace

Html marked(const std::vector<Fragment>& fragments) {
    Html all;
    for (const auto& fragment : fragments) all += fragment.marked ? element("mark", text(fragment.text)) : text(fragment.text);
    return all;
}

Html render_hit(const Hit& hit, const std::string& search_query, const SearchRequest& request) {
    return element("article", {{"class", "hit"}},
                   {element("h2", {{"lang", hit.title_lang}, {"dir", "auto"}}, link(address(hit, search_query), marked(hit.title))),
                    element("p", {{"class", "court"}}, court_line(hit, request.lang)),
                    element("p", {{"class", "outcome"}}, outcome(hit, request.lang)), issues(hit, request.lang), passage(hit, search_query),
                    render_reasons(hit, request.lang), element("p", {{"class", "quiet"}}, text(hit.id)), why(hit, request.sort)});
}

}  // namespace palermo
