// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/csv_values.hpp"

#include "corpus/shortened.hpp"
#include "indexer/convert/line_index.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

namespace palermo {
namespace {

using Values = std::vector<Said>;

bool is_number(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_country_code(std::string_view text) {
    return text.size() == 2 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
    return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 4> kinds{"natural", "legal", "group", "unknown"};
constexpr std::array<std::string_view, 4> genders{"male", "female", "mixed", "other"};
constexpr std::array<std::string_view, 5> verdicts{"guilty", "not-guilty", "partly-guilty", "withdrawn", "other"};
constexpr std::array<std::string_view, 4> roles{"strengthened", "weakened", "neutral", "unclear"};

/// Understands one word about a person; false when it is none.
bool take_word(DraftPerson& person, const std::string& word) {
    if (is_one_of(word, kinds))
        person.kind = word;
    else if (is_one_of(word, genders))
        person.gender = word;
    else if (word == "minor" || word == "adult")
        person.minor = word == "minor" ? "true" : "false";
    else if (is_number(word))
        person.count = word;
    else if (is_country_code(word))
        person.nationalities.push_back(word);
    else
        return false;
    return true;
}

void take_words(RowDraft& row, DraftPerson& person, const Said& value, std::span<const std::string> words) {
    for (const auto& word : words) {
        if (take_word(person, word)) continue;
        row.refuse(value.place, in_quotes(word) + " says nothing known about a person.",
                   "Write natural, legal or group, male or female, adult or minor, a number, or a country such as RO; and a colon inside a "
                   "name as \\:.");
    }
}

/// The paragraph ids of a tag, which may be separated by commas or spaces.
std::string paragraph_ids(std::string ids) {
    std::ranges::replace(ids, ',', ' ');
    return folded(ids);
}

std::string replaced(std::string text, char from, std::string_view to) {
    for (auto found = text.find(from); found != std::string::npos; found = text.find(from, found)) text.replace(found, 1, to);
    return text;
}

/// White space made one space and none at the ends, nor the space of spreadsheets (U+00A0), which may stand inside of prose: "5 000".
std::string line_of(std::string_view text) {
    constexpr std::array<std::string_view, 2> spaces{" ", "\xC2\xA0"};
    const auto words = folded(text);
    std::string_view line = words;
    for (bool is_done = false; !is_done;) {
        is_done = true;
        for (const auto space : spaces) {
            const auto before = line.size();
            if (line.starts_with(space)) line.remove_prefix(space.size());
            if (line.ends_with(space)) line.remove_suffix(space.size());
            is_done = is_done && line.size() == before;
        }
    }
    return std::string(line);
}

/// The paragraphs of a cell: a line without words ends one.
std::vector<std::string> paragraphs_of(std::string_view cell) {
    const auto lines = replaced(std::string(cell), '\r', "");
    std::vector<std::string> paragraphs;
    std::string open;
    for (std::size_t begin = 0; begin <= lines.size();) {
        const auto end = std::min(lines.find('\n', begin), lines.size());
        const auto line = line_of(std::string_view(lines).substr(begin, end - begin));
        if (!line.empty()) open += (open.empty() ? "" : " ") + line;
        if (!open.empty() && (line.empty() || end == lines.size())) paragraphs.push_back(std::exchange(open, {}));
        begin = end + 1;
    }
    return paragraphs;
}

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

bool is_address_alone(std::string_view text) { return is_address(text) && text.find(' ') == std::string_view::npos; }

/// A link as "words <address>", an address alone, or words alone.
DraftLink link_of(const Said& value) {
    const std::string_view text = value.words;
    const auto open = text.rfind('<');
    if (open != std::string_view::npos && text.ends_with('>')) {
        const auto address = folded(text.substr(open + 1, text.size() - open - 2));
        const auto words = folded(text.substr(0, open));
        if (is_address(address)) return {.words = {words.empty() ? address : words, value.place}, .href = address, .media_type = {}};
    }
    if (is_address_alone(text)) return {.words = value, .href = value.words, .media_type = {}};
    return {.words = value, .href = {}, .media_type = {}};
}

/// True when a ';' inside an address has cut it: this is its first half, which opens a bracket, or its second, which has no spaces, as
/// addresses have none. One word may be a source as well, but that can be put before the address; half an address leads nowhere.
bool is_torn(std::string_view part, std::string_view before) {
    if (const auto open = part.rfind('<'); open != std::string_view::npos)
        return part.find('>', open) == std::string_view::npos && is_address(part.substr(open + 1));
    const bool goes_on = part.find(' ') == std::string_view::npos && !is_address(part);
    return part.ends_with('>') || (is_address_alone(before) && goes_on);
}

std::vector<DraftLink> links_of(RowDraft& row, const Values& values) {
    std::vector<DraftLink> links;
    std::string_view before;
    for (const auto& value : values) {
        if (is_torn(value.words, std::exchange(before, value.words))) {
            row.refuse(value.place, in_quotes(value.words) + " seems to be a part of an address that a ; has divided.",
                       "Write a ; inside an address as \\;, and a source of one word before the addresses.");
            return {};
        }
        links.push_back(link_of(value));
    }
    return links;
}

struct TextKind {
    std::string_view kind;
    std::string_view prefix;  ///< of paragraph ids
};

void take_text(RowDraft& row, const CellTarget& target, const Said& value, TextKind kind) {
    DraftText text{.kind = std::string(kind.kind), .lang = target.lang, .paragraphs = {}};
    const auto prefix = std::string(kind.prefix) + (target.lang.empty() ? "-" : "-" + target.lang + '-');
    for (auto& paragraph : paragraphs_of(value.words)) {
        auto id = prefix + std::to_string(text.paragraphs.size() + 1);
        text.paragraphs.push_back({.id = std::move(id), .text = {.words = std::move(paragraph), .place = value.place}});
    }
    if (!text.paragraphs.empty()) row.draft.texts.push_back(std::move(text));
}

}  // namespace

void take_identifiers(RowDraft& row, const CellTarget&, const Values& values) {
    for (const auto& value : values) {
        const auto colon = value.words.find(':');
        auto number = colon == std::string::npos ? std::string() : folded(std::string_view(value.words).substr(colon + 1));
        if (number.empty())
            row.refuse(value.place, in_quotes(value.words) + " names no scheme.", "Write scheme:number, such as docket:17/2021.");
        else
            row.draft.identifiers.push_back({.scheme = folded(std::string_view(value.words).substr(0, colon)),
                                             .value = {.words = std::move(number), .place = value.place}});
    }
}

void take_defendants(RowDraft& row, const CellTarget&, const Values& values) {
    for (const auto& value : values) {
        const auto parts = parts_of(value.words, ':');
        DraftPerson person;
        person.name = {.words = parts.front(), .place = value.place};
        take_words(row, person, value, std::span(parts).subspan(1));
        row.draft.defendants.push_back(std::move(person));
    }
}

void take_victims(RowDraft& row, const CellTarget&, const Values& values) {
    for (const auto& value : values) {
        DraftPerson person;
        person.name.place = value.place;
        for (const auto& word : parts_of(value.words, ':')) {
            if (take_word(person, word)) continue;
            // The word itself is not said again: it may be a name.
            row.refuse(
                value.place, "A victim is told here in a word that is not known; a name must never stand here.",
                "Write natural or group, male or female, adult or minor, a number, or a country such as RO, with colons between them.");
            break;
        }
        row.draft.victims.push_back(std::move(person));
    }
}

void take_charges(RowDraft& row, const CellTarget&, const Values& values) {
    for (const auto& value : values) {
        auto parts = parts_of(value.words, ':');
        std::string verdict;
        if (parts.size() == 2 && is_one_of(parts.back(), verdicts)) {
            verdict = std::move(parts.back());
            parts.pop_back();
        }
        if (parts.size() > 1)
            row.refuse(value.place, in_quotes(parts.back()) + " is no verdict.",
                       "Write guilty, not-guilty, partly-guilty, withdrawn or other; and a colon inside the charge as \\:.");
        else
            row.draft.charges.push_back({.details = {.words = parts.front(), .place = value.place}, .verdict = std::move(verdict)});
    }
}

void take_facts(RowDraft& row, const CellTarget& target, const Values& values) {
    take_text(row, target, values.front(), {.kind = "fact-summary", .prefix = "facts"});
}

void take_reasoning(RowDraft& row, const CellTarget& target, const Values& values) {
    take_text(row, target, values.front(), {.kind = "legal-reasoning", .prefix = "reasoning"});
}

void take_commentary(RowDraft& row, const CellTarget& target, const Values& values) {
    take_text(row, target, values.front(), {.kind = "commentary", .prefix = "commentary"});
}

void take_procedure(RowDraft& row, const CellTarget& target, const Values& values) {
    take_text(row, target, values.front(), {.kind = "procedural-history", .prefix = "history"});
}

void take_legal_concepts(RowDraft& row, const CellTarget&, const Values& values) {
    for (const auto& value : values) {
        const auto parts = parts_of(value.words, ':');
        if (parts.size() > 2)
            row.refuse(value.place, in_quotes(value.words) + " has more parts than a legal concept.",
                       "Write concept or concept:paragraphs.");
        else
            row.draft.legal_concepts.push_back({.concept_id = {.words = parts.front(), .place = value.place},
                                                .role = {},
                                                .paragraphs = parts.size() == 2 ? paragraph_ids(parts[1]) : std::string()});
    }
}

void take_evidential_issues(RowDraft& row, const CellTarget&, const Values& values) {
    for (const auto& value : values) {
        const auto parts = parts_of(value.words, ':');
        if (parts.size() < 2 || parts.size() > 3 || !is_one_of(parts[1], roles))
            row.refuse(value.place, in_quotes(value.words) + " does not say what the issue did for the case.",
                       "Write issue:role or issue:role:paragraphs; the role is strengthened, weakened, neutral or unclear.");
        else
            row.draft.evidential_issues.push_back({.concept_id = {.words = parts.front(), .place = value.place},
                                                   .role = parts[1],
                                                   .paragraphs = parts.size() == 3 ? paragraph_ids(parts[2]) : std::string()});
    }
}

void take_keywords(RowDraft& row, const CellTarget&, const Values& values) {
    for (const auto& value : values) {
        const auto parts = parts_of(value.words, ':');
        if (parts.size() > 2 || parts.back().empty())
            row.refuse(value.place, in_quotes(value.words) + " is not a keyword with its category.",
                       "Write category:keyword, and a colon inside it as \\:.");
        else
            row.draft.keywords.push_back(
                {.category = parts.size() == 2 ? parts.front() : std::string(), .value = {.words = parts.back(), .place = value.place}});
    }
}

void take_later_history(RowDraft& row, const CellTarget&, const Values& values) {
    for (const auto& value : values) {
        auto parts = parts_of(value.words, ':');
        if (parts.size() != 3 || parts.back().empty())
            row.refuse(
                value.place, in_quotes(value.words) + " is not an event of the later history.",
                "Write effect:date:words, the effect being upheld, overturned, varied, pardoned or other; the date may be empty, and a "
                "colon in the words is \\:.");
        else
            row.draft.later_history.push_back(
                {.effect = parts[0], .date = parts[1], .words = {.words = std::move(parts[2]), .place = value.place}});
    }
}

void take_sources(RowDraft& row, const CellTarget&, const Values& values) {
    std::ranges::move(links_of(row, values), std::back_inserter(row.draft.sources));
}

void take_attachments(RowDraft& row, const CellTarget&, const Values& values) {
    for (auto& link : links_of(row, values)) {
        if (link.href.empty())
            row.refuse(link.words.place, in_quotes(link.words.words) + " has no address.",
                       "Write words <https://...>; what has no address is a source.");
        else
            row.draft.attachments.push_back(std::move(link));
    }
}

}  // namespace palermo
