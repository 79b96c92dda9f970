// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/case_tables.hpp"

#include "corpus/facet_label.hpp"
#include "searchd/views/label_view.hpp"

#include <algorithm>

namespace palermo {
namespace {

Html cell(const Html& words) { return element("td", words.empty() ? element("span", {{"class", "quiet"}}, text("not recorded")) : words); }

Html row(const std::vector<Html>& cells) {
    Html all;
    for (const auto& words : cells) all += cell(words);
    return element("tr", all);
}

Html label(const std::string& code, const std::string& lang) { return code.empty() ? Html() : labelled(code_label(code, lang), lang); }

Html outcome(const Proceeding& proceeding, const std::string& lang) {
    if (!proceeding.outcome) return {};
    const auto words = labelled(facet_label(Facet::outcome, proceeding.outcome->code, {}, lang), lang);
    return proceeding.outcome->wording.empty() ? words : words + text(" (" + proceeding.outcome->wording + ')');
}

Html who(const Person& person, const std::string& lang) {
    const bool is_defendant = person.role == PersonRole::defendant;
    // A victim's name is not shown even where a record would hold one.
    auto words = is_defendant && !person.name.empty() ? text(person.name) : label(is_defendant ? "defendant" : "victim", lang);
    if (person.count) words += text(" (" + std::to_string(*person.count) + " persons)");
    return words;
}

std::string age(const Person& person) {
    if (!person.minor) return person.age;
    const std::string majority = *person.minor ? "minor" : "adult";
    return person.age.empty() ? majority : person.age + " (" + majority + ')';
}

Html nationalities(const Person& person, const std::string& lang) {
    std::vector<Html> names;
    for (const auto& code : person.nationalities) names.push_back(labelled(country_name(code, lang), lang));
    return join(names, ", ");
}

void add(std::string& words, const std::string& more) { words += (words.empty() ? "" : "; ") + more; }

std::string months(int count) {
    if (count % 12 == 0) return std::to_string(count / 12) + (count == 12 ? " year" : " years");
    return std::to_string(count) + (count == 1 ? " month" : " months");
}

std::string in_words(const Sentence& sentence) {
    std::string words;
    if (sentence.life) add(words, "life imprisonment");
    if (sentence.months) add(words, months(*sentence.months) + " of imprisonment");
    if (sentence.suspended_months) add(words, months(*sentence.suspended_months) + " suspended");
    if (sentence.fine) add(words, "fine " + sentence.fine->currency + ' ' + sentence.fine->amount);
    if (sentence.compensation) add(words, "compensation " + sentence.compensation->currency + ' ' + sentence.compensation->amount);
    if (!sentence.wording.empty()) add(words, sentence.wording);
    return words;
}

/// Names rather than ids; a charge that the source does not link says so.
Html charged(const CaseRecord& record, const Charge& charge, const std::string& lang) {
    std::vector<Html> names;
    for (const auto& id : charge.defendants) {
        const auto person = std::ranges::find(record.persons, id, &Person::id);
        names.push_back(person == record.persons.end() ? text(id) : who(*person, lang));
    }
    return join(names, ", ");
}

}  // namespace

Html section(std::string_view heading, const Html& content) { return element("section", {element("h2", text(heading)), content}); }

Html table(std::string_view caption, const std::vector<std::string_view>& headings, const Html& rows) {
    Html head;
    for (const auto heading : headings) head += element("th", {{"scope", "col"}}, text(heading));
    const auto whole = element("table", {element("caption", text(caption)), element("thead", element("tr", head)), element("tbody", rows)});
    return element("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", std::string(caption)}}, whole);
}

Html render_proceedings(const CaseRecord& record, const std::string& lang) {
    if (record.proceedings.empty()) return {};
    Html rows;
    Html descriptions;
    for (const auto& proceeding : record.proceedings) {
        rows += row({label(proceeding.stage, lang), text(proceeding.court), text(proceeding.decided ? proceeding.decided->to_string() : ""),
                     text(proceeding.case_reference), outcome(proceeding, lang)});
        for (const auto& description : proceeding.description) {
            descriptions += element("p", {{"lang", description.lang}, {"dir", "auto"}}, text(description.text));
        }
    }
    return section("Proceedings",
                   table("Proceedings in the order of time", {"Stage", "Court", "Decided", "Reference", "Outcome"}, rows) + descriptions);
}

Html render_persons(const CaseRecord& record, const std::string& lang) {
    if (record.persons.empty()) return {};
    Html rows;
    for (const auto& person : record.persons)
        rows +=
            row({who(person, lang), label(person.kind, lang), label(person.gender, lang), text(age(person)), nationalities(person, lang)});
    return section("Persons",
                   table("Defendants and victims; victims are never named", {"Who", "Kind", "Gender", "Age", "Nationality"}, rows));
}

Html render_charges(const CaseRecord& record, const std::string& lang) {
    if (record.charges.empty()) return {};
    Html rows;
    for (const auto& charge : record.charges) {
        rows += row({charged(record, charge, lang), text(charge.details), text(charge.legislation), label(charge.verdict, lang),
                     text(charge.sentence ? in_words(*charge.sentence) : "")});
    }
    return section("Charges",
                   table("Charges, verdicts and sentences", {"Defendant", "Charge", "Legislation", "Verdict", "Sentence"}, rows));
}

}  // namespace palermo
