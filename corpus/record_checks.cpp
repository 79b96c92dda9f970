// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_checks.hpp"

#include "corpus/facet_label.hpp"
#include "corpus/printable.hpp"
#include "corpus/shortened.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace palermo {
namespace {

/// The checks of one record: what they share, and what they found.
class Checks {
public:
    Checks(const CaseRecord& record, const SourceText& source, const Vocabularies& vocabularies)
        : record_(record), source_(source), vocabularies_(vocabularies) {}

    Diagnostics run() {
        collect_ids();
        check_concepts(record_.legal_concepts, vocabularies_.legal_concepts, vocabularies_.evidential_issues);
        check_concepts(record_.evidential_issues, vocabularies_.evidential_issues, vocabularies_.legal_concepts);
        check_waivers();
        check_charges();
        check_dates();
        check_jurisdiction();
        check_countries();
        check_controls();
        return std::move(findings_);
    }

private:
    /// Points at `needle`, which was read from the element at `offset`; at the element when it is written another way there (&amp; and
    /// such).
    Place place(std::size_t offset, const std::string& needle) const {
        const auto found = source_.text().find(needle, offset);
        return source_.place_at(found == std::string::npos ? offset : found);
    }

    void report(Place where, std::string message, std::string mend, Severity severity = Severity::error) {
        findings_.push_back({.severity = severity, .place = std::move(where), .message = std::move(message), .mend = std::move(mend)});
    }

    void add_id(std::set<std::string>& ids, const std::string& id, std::size_t offset) {
        if (id.empty() || ids.insert(id).second) return;
        report(place(offset, "\"" + id + "\""), "The id " + in_quotes(id) + " is given twice in this record.", "Give each its own id.");
    }

    void collect_ids() {
        for (const auto& proceeding : record_.proceedings) add_id(proceedings_, proceeding.id, proceeding.offset);
        for (const auto& person : record_.persons) add_id(persons_, person.id, person.offset);
        for (const auto& text : record_.texts) {
            for (const auto& paragraph : text.paragraphs) {
                add_id(paragraphs_, paragraph.id, paragraph.offset);
            }
        }
    }

    void check_concepts(const std::vector<Tag>& tags, const Vocabulary& own, const Vocabulary& other) {
        for (const auto& tag : tags) {
            const auto* entry = own.find(tag.concept_id);
            if (entry == nullptr) report_unknown(tag, own, other);
            if (entry != nullptr && !entry->is_live()) report_outdated(tag, *own.resolve(tag.concept_id), own);
            check_paragraphs(tag.paragraphs, tag.offset);
        }
    }

    void check_waivers() {
        for (const auto& waiver : record_.identity_waivers) check_paragraphs(waiver.paragraphs, waiver.offset);
    }

    void check_paragraphs(const std::vector<std::string>& paragraphs, std::size_t offset) {
        for (const auto& paragraph : paragraphs) {
            if (paragraphs_.contains(paragraph)) continue;
            report(place(offset, paragraph), "There is no paragraph " + in_quotes(paragraph) + " in this record.",
                   "Write the id of one of its <p> elements.");
        }
    }

    void report_unknown(const Tag& tag, const Vocabulary& own, const Vocabulary& other) {
        auto where = place(tag.offset, "\"" + tag.concept_id + "\"");
        const auto message = "There is no " + own.scheme() + ' ' + in_quotes(tag.concept_id) + '.';
        if (other.find(tag.concept_id) != nullptr) {
            report(std::move(where), message,
                   "It is one of the " + other.scheme() + "s: write <" + other.scheme() + " ref=\"" + tag.concept_id + "\">.");
        } else if (const auto nearest = own.nearest_id(tag.concept_id)) {
            report(std::move(where), message, "Did you mean \"" + *nearest + "\"?");
        } else {
            report(std::move(where), message, "Choose an id from schemas/" + own.scheme() + "s.rdf.");
        }
    }

    /// Old ids go on working: a record need not be touched for it.
    void report_outdated(const Tag& tag, const Concept& current, const Vocabulary& own) {
        auto where = place(tag.offset, "\"" + tag.concept_id + "\"");
        if (current.id == tag.concept_id) {
            report(std::move(where), "The " + own.scheme() + ' ' + in_quotes(tag.concept_id) + " is no longer given to new records.",
                   "It still counts; choose another when you edit this record.", Severity::note);
        } else {
            report(std::move(where),
                   "The " + own.scheme() + ' ' + in_quotes(tag.concept_id) + " is now called " + in_quotes(current.id) + '.',
                   "The record is found under the new name; write it when you edit this record.", Severity::note);
        }
    }

    void check_charges() {
        for (const auto& charge : record_.charges) {
            for (const auto& defendant : charge.defendants) {
                const auto known = std::ranges::find_if(
                    record_.persons, [&](const Person& person) { return person.role == PersonRole::defendant && person.id == defendant; });
                if (known != record_.persons.end()) continue;
                report(place(charge.offset, defendant), "There is no defendant " + in_quotes(defendant) + " in this record.",
                       "Write the id of one of its <defendant> elements, or leave the charge unlinked.");
            }
            if (!charge.proceeding.empty() && !proceedings_.contains(charge.proceeding)) {
                report(place(charge.offset, charge.proceeding),
                       "There is no proceeding " + in_quotes(charge.proceeding) + " in this record.",
                       "Write the id of one of its <proceeding> elements.");
            }
        }
    }

    void check_dates() {
        std::string previous;
        for (const auto& proceeding : record_.proceedings) {
            const auto& written = proceeding.decided_as_written;
            if (!proceeding.decided) {
                if (!written.empty())
                    report(place(proceeding.offset, written), "The date " + in_quotes(written) + " does not exist.",
                           "Write a day that exists, or only the month or the year.");
                continue;
            }
            if (!previous.empty() && proceeding.decided->latest() < previous) {
                report(place(proceeding.offset, written), "This decision is older than the one before it.",
                       "Put the proceedings in the order of time.", Severity::warning);
            }
            previous = proceeding.decided->earliest();
        }
    }

    void check_country(const std::string& code) {
        if (code.empty() || is_country(code)) return;
        const auto found = source_.text().find("country=\"" + code + "\"");
        report(source_.place_at(found == std::string::npos ? record_.offset : found), "There is no country " + in_quotes(code) + '.',
               "Write the two letters of ISO 3166-1, such as NL.");
    }

    void check_jurisdiction() {
        const auto& [country, body, respondents, offset] = record_.jurisdiction;
        // That the element is missing the schema says.
        if (country.empty() != body.empty() || offset == 0) return;
        report(source_.place_at(offset), "A jurisdiction is either a country or an international body.",
               "Write one of the attributes country and body.");
    }

    void check_countries() {
        std::set<std::string> codes{record_.jurisdiction.country};
        for (const auto* list : {&record_.jurisdiction.respondents, &record_.origin, &record_.transit, &record_.destination})
            codes.insert(list->begin(), list->end());
        for (const auto& person : record_.persons) codes.insert(person.nationalities.begin(), person.nationalities.end());
        for (const auto& code : codes) check_country(code);
    }

    /// Windows-1252 has quotes and dashes where ISO-8859-1 has control characters, and often passes for it.
    void check_controls() {
        const auto& text = source_.text();
        const auto is_control = [&text](std::size_t at) {
            return at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0x80 &&
                   static_cast<unsigned char>(text[at + 1]) < 0xA0;
        };
        std::size_t first = std::string::npos;
        std::size_t count = 0;
        for (auto at = text.find('\xC2'); at != std::string::npos; at = text.find('\xC2', at + 1)) {
            if (is_control(at) && ++count == 1) first = at;
        }
        if (count == 0) return;
        report(source_.place_at(first),
               "Here stands " + printable(std::string_view(text).substr(first, 2)) + ", a control character that nobody sees" +
                   (count == 1 ? "" : ", and " + std::to_string(count - 1) + " more behind it") +
                   ": text of Windows-1252 taken for ISO-8859-1.",
               "Name the encoding windows-1252 in the first line of the file, or write the characters that are meant.", Severity::warning);
    }

    const CaseRecord& record_;
    const SourceText& source_;
    const Vocabularies& vocabularies_;
    std::set<std::string> proceedings_;
    std::set<std::string> persons_;
    std::set<std::string> paragraphs_;
    Diagnostics findings_;
};

}  // namespace

Diagnostics check_record(const CaseRecord& record, const SourceText& source, const Vocabularies& vocabularies) {
    return Checks(record, source, vocabularies).run();
}

}  // namespace palermo
