// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/case_view.hpp"

#include "corpus/facet_label.hpp"
#include "searchd/views/case_tables.hpp"
#include "searchd/views/html.hpp"
#include "searchd/views/label_view.hpp"
#include "searchd/views/language_view.hpp"
#include "searchd/views/search_url.hpp"
#include "searchd/views/similar_view.hpp"

#include <algorithm>

namespace palermo {
namespace {

Html or_not_recorded(const Html& words) { return words.empty() ? element("span", {{"class", "quiet"}}, text("not recorded")) : words; }

Html row(const Html& term, const Html& description) { return element("dt", term) + element("dd", description); }

Html row(std::string_view term, const Html& description) { return row(text(term), description); }

Html countries(const std::vector<std::string>& codes, const std::string& lang) {
    std::vector<Html> names;
    for (const auto& code : codes) names.push_back(labelled(country_name(code, lang), lang));
    return join(names, ", ");
}

/// The parts of one case page.
class CasePage {
public:
    CasePage(const CaseRecord& record, const Vocabularies& vocabularies, const SearchRequest& search)
        : record_(record), vocabularies_(vocabularies), search_(search) {}

    Html render() const {
        return element("article", {{"class", "case"}},
                       {back(), element("h1", {{"lang", record_.title.lang}, {"dir", "auto"}}, text(record_.title.text)), summary(),
                        similar_link(record_.id, search_.lang), issues(), concepts(), texts(), render_proceedings(record_, search_.lang),
                        render_persons(record_, search_.lang), render_charges(record_, search_.lang), later_history(), keywords(),
                        links("Sources", record_.sources), links("Attachments", record_.attachments), provenance(), downloads()});
    }

private:
    Html words_for(const std::string& code) const { return labelled(code_label(code, search_.lang), search_.lang); }

    Html label(Facet facet, const std::string& value) const {
        return labelled(facet_label(facet, value, vocabularies_, search_.lang), search_.lang);
    }

    Html back() const {
        const auto address = search_address(search_);
        return address == start_address(search_.lang) ? Html()
                                                      : element("p", {{"class", "back"}}, link(address, text("Back to the results")));
    }

    Html jurisdiction() const {
        const auto words = label(Facet::jurisdiction, record_.jurisdiction.code());
        const auto states = countries(record_.jurisdiction.respondents, search_.lang);
        return states.empty() ? words : words + text(" (against ") + states + text(")");
    }

    Html summary() const {
        const auto* court = latest_with_court(record_);
        const auto* dated = latest_with_date(record_);
        const auto* decided = latest_with_outcome(record_);
        std::vector<Html> crimes;
        for (const auto& type : record_.crime_types) crimes.push_back(label(Facet::crime_type, type.code));
        auto outcome = decided != nullptr ? label(Facet::outcome, decided->outcome->code) : Html();
        if (decided != nullptr && !decided->outcome->wording.empty()) outcome += text(" (" + decided->outcome->wording + ')');
        Html rows = row("Id", text(record_.id)) + row("Jurisdiction", jurisdiction()) +
                    row("Court", or_not_recorded(text(court != nullptr ? court->court : ""))) +
                    row("Decided", or_not_recorded(text(dated != nullptr ? dated->decided->to_string() : ""))) +
                    row("Outcome", or_not_recorded(outcome)) + row("Crimes", or_not_recorded(join(crimes, "; "))) +
                    row("From", or_not_recorded(countries(record_.origin, search_.lang)));
        if (!record_.transit.empty()) rows += row("Through", countries(record_.transit, search_.lang));
        rows += row("To", or_not_recorded(countries(record_.destination, search_.lang)));
        for (const auto& identifier : record_.identifiers) rows += row(words_for(identifier.scheme), text(identifier.value));
        return element("dl", {{"class", "facts"}}, rows);
    }

    static Html paragraph_links(const std::vector<std::string>& paragraphs) {
        std::vector<Html> all;
        for (const auto& id : paragraphs) all.push_back(link('#' + id, text(id)));
        return join(all, ", ");
    }

    /// The search for all cases with this concept.
    Html other_cases(Facet facet, const std::string& id) const {
        auto request = in_language(search_.lang);
        request.facets[facet].included = {id};
        return link(search_address(request), label(facet, id));
    }

    Html issues() const {
        if (record_.evidential_issues.empty())
            return section("Evidence", element("p", {{"class", "quiet"}}, text("No evidential issue is recorded.")));
        Html rows;
        for (const auto& tag : record_.evidential_issues) {
            rows += element("tr", {element("th", {{"scope", "row"}}, other_cases(Facet::evidential_issue, tag.concept_id)),
                                   element("td", words_for(tag.role)),
                                   element("td", words_for(tag.source) + text(tag.section.empty() ? "" : " " + tag.section)),
                                   element("td", paragraph_links(tag.paragraphs))});
        }
        return section("Evidence", table("Evidential issues: what the court had to deal with",
                                         {"Issue", "Its role", "Catalogued by", "Paragraphs"}, rows));
    }

    Html concepts() const {
        if (record_.legal_concepts.empty()) return {};
        Html items;
        for (const auto& tag : record_.legal_concepts) {
            auto item = other_cases(Facet::legal_concept, tag.concept_id);
            if (!tag.paragraphs.empty()) item += text(" (") + paragraph_links(tag.paragraphs) + text(")");
            items += element("li", item);
        }
        return section("Legal concepts", element("ul", {{"class", "concepts"}}, items));
    }

    Html texts() const {
        Html all;
        for (const auto& part : record_.texts) {
            Html paragraphs;
            for (const auto& paragraph : part.paragraphs) {
                const auto label = paragraph.number + (paragraph.number.empty() ? "Paragraph " : ", paragraph ") + paragraph.id;
                paragraphs += element("p", {{"id", paragraph.id}},
                                      {link('#' + paragraph.id, text(paragraph.number), {{"class", "number"}, {"aria-label", label}}),
                                       text(" "), text(paragraph.text)});
            }
            // The heading has a direction of its own, so that the text's is not taken from it.
            all +=
                element("section", {{"class", "prose"}, {"lang", part.lang}, {"dir", "auto"}},
                        {element("h2", {{"lang", search_.lang}, {"dir", "auto"}}, text(code_label(part.kind, search_.lang))), paragraphs});
        }
        return all;
    }

    Html later_history() const {
        if (record_.later_history.empty()) return {};
        Html items;
        for (const auto& event : record_.later_history) {
            const auto date = text(event.date ? event.date->to_string() + ": " : "");
            items += element("li", date + words_for(event.effect) + text(". " + event.text));
        }
        return section("Later history", element("ol", items));
    }

    Html keywords() const {
        if (record_.keywords.empty()) return {};
        Html items;
        for (const auto& keyword : record_.keywords) {
            items += element("li", text(keyword.value + " (") + words_for(keyword.source) +
                                       text((keyword.category.empty() ? "" : ", " + keyword.category) + ')'));
        }
        return section("Keywords of other catalogues", element("ul", items));
    }

    static Html links(const std::string& heading, const std::vector<Link>& all) {
        if (all.empty()) return {};
        Html items;
        for (const auto& one : all)
            items += element("li", one.href.empty() ? text(one.text) : link(one.href, text(one.text), {{"rel", "noopener nofollow"}}));
        return section(heading, element("ul", items));
    }

    Html provenance() const {
        Html items;
        for (const auto& note : record_.provenance.notes) items += element("li", text(note));
        auto line = "Catalogued" + (record_.provenance.by.empty() ? "" : " by " + record_.provenance.by);
        line += record_.provenance.catalogued.empty() ? "." : " on " + record_.provenance.catalogued + '.';
        return section("Provenance", element("p", text(line)) + (items.empty() ? Html() : element("ul", items)));
    }

    Html downloads() const {
        const std::string api = "/api/v1";
        return element("p", {{"class", "downloads"}},
                       {text("This record as "), link(api + case_address(record_.id, in_language(search_.lang)), text("JSON")),
                        text(" or "), link(api + case_path(record_.id) + ".xml", text("XML")), text(".")});
    }

    const CaseRecord& record_;
    const Vocabularies& vocabularies_;
    const SearchRequest& search_;
};

Html languages(const std::string& id, const SearchRequest& search) {
    return language_choice(search.lang, [&id, other = search](const std::string& lang) mutable {
        other.lang = lang;
        return case_address(id, other);
    });
}

}  // namespace

std::string render_case_html(const CaseRecord& record, const Vocabularies& vocabularies, const Edition& edition,
                             const SearchRequest& search) {
    return render_page({.title = record.title.text + " · Palermo",
                        .lang = "en",
                        .query = search.text,
                        .label_lang = search.lang,
                        .skip_links = {},
                        .main = CasePage(record, vocabularies, search).render(),
                        .languages = languages(record.id, search),
                        .edition = edition});
}

}  // namespace palermo
