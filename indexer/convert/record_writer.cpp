// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/record_writer.hpp"

#include <initializer_list>
#include <string_view>
#include <utility>

namespace palermo {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// Appends lines. Attributes without a value are left out.
class Lines {
public:
    explicit Lines(Place first) : place_(std::move(first)) { put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", place_); }

    void open(std::string_view name, Attributes attributes, const Place& place) {
        put(tag(name, attributes) + '>', place);
        indent_ += 2;
    }
    void close(std::string_view name) {
        indent_ -= 2;
        put("</" + std::string(name) + '>', place_);
    }
    void element(std::string_view name, Attributes attributes, const Said& said) {
        if (said.empty())
            empty(name, attributes, said.place);
        else
            put(tag(name, attributes) + '>' + escaped(said.words) + "</" + std::string(name) + '>', said.place);
    }
    /// Nothing when nothing is said.
    void optional(std::string_view name, Attributes attributes, const Said& said) {
        if (!said.empty()) element(name, attributes, said);
    }
    void empty(std::string_view name, Attributes attributes, const Place& place) { put(tag(name, attributes) + "/>", place); }

    WrittenRecord take() { return std::move(written_); }

private:
    static std::string tag(std::string_view name, Attributes attributes) {
        auto text = "<" + std::string(name);
        for (const auto& [key, value] : attributes) {
            if (!value.empty()) text += ' ' + std::string(key) + "=\"" + escaped(value) + '"';
        }
        return text;
    }
    void put(const std::string& line, const Place& place) {
        written_.xml += std::string(indent_, ' ') + line + '\n';
        written_.origins.push_back(place);
    }

    Place place_;
    std::size_t indent_ = 0;
    WrittenRecord written_;
};

/// A list element around what `inside` writes, when there is anything to hold.
template <class Inside>
void group(Lines& lines, std::string_view name, bool holds_something, const Place& place, Inside inside) {
    if (!holds_something) return;
    lines.open(name, {}, place);
    inside();
    lines.close(name);
}

void write_countries(Lines& lines, std::string_view name, const std::vector<Said>& countries) {
    for (const auto& country : countries) lines.empty(name, {{"country", country.words}}, country.place);
}

void write_identity(Lines& lines, const Draft& draft) {
    lines.element("title", {}, draft.title);
    group(lines, "identifiers", !draft.identifiers.empty(), draft.place, [&] {
        for (const auto& [scheme, value] : draft.identifiers) lines.element("identifier", {{"scheme", scheme}}, value);
    });
    const auto& court_of = draft.country.empty() ? draft.body : draft.country;
    if (draft.respondents.empty()) {
        lines.empty("jurisdiction", {{"country", draft.country.words}, {"body", draft.body.words}}, court_of.place);
    } else {
        lines.open("jurisdiction", {{"country", draft.country.words}, {"body", draft.body.words}}, court_of.place);
        write_countries(lines, "respondent", draft.respondents);
        lines.close("jurisdiction");
    }
    group(lines, "crime-types", true, draft.place, [&] {
        for (const auto& type : draft.crime_types) lines.element("crime-type", {{"source", "cataloguer"}}, type);
    });
    const bool has_countries = !draft.origin.empty() || !draft.transit.empty() || !draft.destination.empty();
    group(lines, "countries", has_countries, draft.place, [&] {
        write_countries(lines, "origin", draft.origin);
        write_countries(lines, "transit", draft.transit);
        write_countries(lines, "destination", draft.destination);
    });
}

void write_proceedings(Lines& lines, const Draft& draft) {
    group(lines, "proceedings", !draft.proceedings.empty(), draft.place, [&] {
        for (const auto& proceeding : draft.proceedings) {
            lines.open("proceeding", {{"stage", proceeding.stage.words}}, proceeding.stage.empty() ? draft.place : proceeding.stage.place);
            lines.optional("court", {{"level", proceeding.court_level.words}}, proceeding.court);
            lines.optional("decided", {}, proceeding.decided);
            lines.optional("case-reference", {}, proceeding.case_reference);
            if (const auto& outcome = proceeding.outcome; !outcome.empty())
                lines.element("outcome", {{"code", outcome.words}}, {.words = proceeding.outcome_wording.words, .place = outcome.place});
            lines.optional("description", {}, proceeding.description);
            lines.close("proceeding");
        }
    });
}

void write_person(Lines& lines, std::string_view name, const DraftPerson& person, const std::string& id) {
    lines.open(name, {{"id", id}, {"kind", person.kind}, {"count", person.count}, {"gender", person.gender}, {"minor", person.minor}},
               person.name.place);
    lines.optional("name", {}, person.name);
    for (const auto& nationality : person.nationalities) lines.empty("nationality", {{"country", nationality}}, person.name.place);
    lines.close(name);
}

void write_persons(Lines& lines, const Draft& draft) {
    group(lines, "persons", !draft.defendants.empty() || !draft.victims.empty(), draft.place, [&] {
        for (std::size_t i = 0; i < draft.defendants.size(); ++i)
            write_person(lines, "defendant", draft.defendants[i], "defendant-" + std::to_string(i + 1));
        for (std::size_t i = 0; i < draft.victims.size(); ++i)
            write_person(lines, "victim", draft.victims[i], "victim-" + std::to_string(i + 1));
    });
    group(lines, "charges", !draft.charges.empty(), draft.place, [&] {
        for (const auto& charge : draft.charges) {
            lines.open("charge", {}, charge.details.place);
            lines.optional("details", {}, charge.details);
            lines.optional("verdict", {}, {.words = charge.verdict, .place = charge.details.place});
            lines.close("charge");
        }
    });
}

void write_content(Lines& lines, const Draft& draft) {
    group(lines, "texts", !draft.texts.empty(), draft.place, [&] {
        for (const auto& text : draft.texts) {
            lines.open("text", {{"kind", text.kind}, {"xml:lang", text.lang}}, text.paragraphs.front().text.place);
            for (const auto& paragraph : text.paragraphs) lines.element("p", {{"id", paragraph.id}}, paragraph.text);
            lines.close("text");
        }
    });
    group(lines, "tags", !draft.legal_concepts.empty() || !draft.evidential_issues.empty(), draft.place, [&] {
        for (const auto& [concept_id, role, paragraphs] : draft.legal_concepts)
            lines.empty("legal-concept", {{"ref", concept_id.words}, {"source", "cataloguer"}, {"paragraphs", paragraphs}},
                        concept_id.place);
        for (const auto& [concept_id, role, paragraphs] : draft.evidential_issues)
            lines.empty("evidential-issue",
                        {{"ref", concept_id.words}, {"source", "cataloguer"}, {"role", role}, {"paragraphs", paragraphs}},
                        concept_id.place);
    });
    group(lines, "keywords", !draft.keywords.empty(), draft.place, [&] {
        for (const auto& [category, value] : draft.keywords) lines.element("keyword", {{"source", "other"}, {"category", category}}, value);
    });
}

void write_history(Lines& lines, const Draft& draft) {
    group(lines, "later-history", !draft.later_history.empty(), draft.place, [&] {
        for (const auto& [effect, date, words] : draft.later_history) lines.element("event", {{"date", date}, {"effect", effect}}, words);
    });
    group(lines, "sources", !draft.sources.empty(), draft.place, [&] {
        for (const auto& source : draft.sources) lines.element("source", {{"href", source.href}}, source.words);
    });
    group(lines, "attachments", !draft.attachments.empty(), draft.place, [&] {
        for (const auto& attachment : draft.attachments)
            lines.element("attachment", {{"href", attachment.href}, {"media-type", attachment.media_type}}, attachment.words);
    });
    if (draft.catalogued.empty() && draft.catalogued_by.empty() && draft.notes.empty()) return;
    lines.open("provenance", {{"catalogued", draft.catalogued.words}, {"by", draft.catalogued_by.words}},
               draft.catalogued.empty() ? draft.place : draft.catalogued.place);
    for (const auto& note : draft.notes) lines.element("note", {}, note);
    lines.close("provenance");
}

}  // namespace

WrittenRecord write_record(const Draft& draft) {
    Lines lines(draft.place);
    lines.open("case",
               {{"xmlns", "urn:palermo:case-record:1"},
                {"version", "1.0"},
                {"id", draft.id.words},
                {"restricted", draft.restricted.words},
                {"xml:lang", draft.lang.words}},
               draft.id.empty() ? draft.place : draft.id.place);
    write_identity(lines, draft);
    write_proceedings(lines, draft);
    write_persons(lines, draft);
    write_content(lines, draft);
    write_history(lines, draft);
    lines.close("case");
    return lines.take();
}

}  // namespace palermo
