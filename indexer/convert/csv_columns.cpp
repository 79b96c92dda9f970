// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/csv_columns.hpp"

#include "indexer/convert/csv_values.hpp"

#include <algorithm>
#include <array>

namespace palermo {
namespace {

using Values = std::vector<Said>;

/// A column that is one value of the draft.
template <Said Draft::*member>
void keep(RowDraft& row, const CellTarget&, const Values& values) {
    row.draft.*member = values.front();
}

/// A column that is a list of plain values.
template <std::vector<Said> Draft::*member>
void keep_all(RowDraft& row, const CellTarget&, const Values& values) {
    auto& list = row.draft.*member;
    list.insert(list.end(), values.begin(), values.end());
}

template <Said DraftProceeding::*member>
void keep_proceeding(RowDraft& row, const CellTarget& target, const Values& values) {
    auto& proceedings = row.draft.proceedings;
    proceedings.resize(std::max(proceedings.size(), target.proceeding + 1));
    proceedings[target.proceeding].*member = values.front();
}

template <const auto& scheme>
void keep_identifier(RowDraft& row, const CellTarget&, const Values& values) {
    for (const auto& value : values) row.draft.identifiers.push_back({.scheme = scheme, .value = value});
}

constexpr char neutral_citation[] = "neutral-citation";
constexpr char report[] = "report";
constexpr char docket[] = "docket";
constexpr char ecli[] = "ecli";
constexpr char unodc[] = "unodc";

constexpr auto list = true;
constexpr auto single = false;
using enum Variants;

constexpr std::array columns{
    CsvColumn{"id", single, none, "The record's own id, which also names its file: small letters, digits and hyphens. Required.",
              "case-201", keep<&Draft::id>},
    CsvColumn{"lang", single, none, "The language of the row's texts; --lang stands in.", "en", keep<&Draft::lang>},
    CsvColumn{"title", single, none, "The name under which the case is known. Required.", "R v Doe", keep<&Draft::title>},
    CsvColumn{"country", single, none,
              "The country of the court (ISO 3166-1, two capital letters); --country stands in. Required unless there is a body.", "GB",
              keep<&Draft::country>},
    CsvColumn{"body", single, none, "The international body, for its courts, instead of a country.", "council-of-europe",
              keep<&Draft::body>},
    CsvColumn{"respondents", list, none, "The States that answered before an international body.", "GR", keep_all<&Draft::respondents>},
    CsvColumn{"crime-types", list, none, "What the case is about; --crime-type stands in. Required.", "trafficking-in-persons",
              keep_all<&Draft::crime_types>},
    CsvColumn{"neutral-citation", list, none, "A citation given by the court.", "[2021] XWCA Crim 7", keep_identifier<neutral_citation>},
    CsvColumn{"report", list, none, "A citation of a law report.", "(2021) 3 Inv LR 12", keep_identifier<report>},
    CsvColumn{"docket", list, none, "A number of the file, when there are more than case-reference.", "2020/00017/A1",
              keep_identifier<docket>},
    CsvColumn{"ecli", list, none, "A European Case Law Identifier.", "ECLI:XX:HR:2021:17", keep_identifier<ecli>},
    CsvColumn{"unodc", list, none, "A house number of UNODC.", "GBRx999", keep_identifier<unodc>},
    CsvColumn{"identifiers", list, none, "Any other number, as scheme:number.", "application:1234/21", take_identifiers},
    CsvColumn{"origin", list, none, "Countries that victims or migrants came from.", "NG; GH", keep_all<&Draft::origin>},
    CsvColumn{"transit", list, none, "Countries that they passed through.", "LY", keep_all<&Draft::transit>},
    CsvColumn{"destination", list, none, "Countries where they arrived.", "IT", keep_all<&Draft::destination>},
    CsvColumn{"stage", single, by_proceeding, "The stage of the proceeding.", "first-instance", keep_proceeding<&DraftProceeding::stage>},
    CsvColumn{"court", single, by_proceeding, "The court's name.", "Crown Court at Nowhere", keep_proceeding<&DraftProceeding::court>},
    CsvColumn{"court-level", single, by_proceeding, "The level of the court; needs court.", "appeal",
              keep_proceeding<&DraftProceeding::court_level>},
    CsvColumn{"decided", single, by_proceeding, "The date of the decision, as precise as the source: 2021, 2021-03 or 2021-03-19.",
              "2021-03-19", keep_proceeding<&DraftProceeding::decided>},
    CsvColumn{"case-reference", single, by_proceeding, "The number of the file at this court.", "T20207001",
              keep_proceeding<&DraftProceeding::case_reference>},
    CsvColumn{"outcome", single, by_proceeding, "How the proceeding ended: a code of the record format.", "convicted",
              keep_proceeding<&DraftProceeding::outcome>},
    CsvColumn{"outcome-wording", single, by_proceeding, "The words of the source for it; needs outcome.", "Guilty on counts 1 to 3",
              keep_proceeding<&DraftProceeding::outcome_wording>},
    CsvColumn{"proceeding", single, by_proceeding, "What happened in the proceeding, in a few words.",
              "Plea hearing, then a trial of 9 days", keep_proceeding<&DraftProceeding::description>},
    CsvColumn{"defendants", list, none,
              "Names of those tried, with kind, gender, adult or minor, number and nationality where the source says them.",
              "John Doe:natural:male:RO; Doe Farms Ltd:legal", take_defendants},
    CsvColumn{"victims", list, none, "Those harmed, in the same way but never with a name.", "natural:female:minor:NG; group:12",
              take_victims},
    CsvColumn{"charges", list, none, "What was charged, with the verdict where there was one.", "Modern slavery, section 2:guilty",
              take_charges},
    CsvColumn{"facts", single, by_language, "Who did what. A blank line begins a new paragraph; they are called facts-1, facts-2, ...",
              "She was told she owed 40,000.", take_facts},
    CsvColumn{"reasoning", single, by_language, "What the court held and why: reasoning-1, ...", "A debt nobody can pay is a means.",
              take_reasoning},
    CsvColumn{"commentary", single, by_language, "Why the case matters: commentary-1, ...", "The first case of its kind.", take_commentary},
    CsvColumn{"history", single, by_language, "The way through the courts: history-1, ...", "Retried in 2022.", take_procedure},
    CsvColumn{"legal-concepts", list, none, "Ids of legal concepts, each with the paragraphs that show it where that is known.",
              "debt-bondage:facts-1,facts-2", take_legal_concepts},
    CsvColumn{"evidential-issues", list, none,
              "Ids of evidential issues, each with its role (strengthened, weakened, neutral, unclear) and the paragraphs that show it.",
              "debt-bondage-evidence:strengthened:facts-2", take_evidential_issues},
    CsvColumn{"keywords", list, none, "Keywords of another catalogue, as category:keyword or keyword.", "means:Deception", take_keywords},
    CsvColumn{"later-history", list, none, "What happened to the decision later, as effect:date:words; the date may be empty.",
              "upheld:2022-06:Leave to appeal was refused.", take_later_history},
    CsvColumn{"sources", list, none, "Where the facts come from: words, an address, or words <address>.",
              "The court's own summary <https://courts.example/7>", take_sources},
    CsvColumn{"attachments", list, none, "Documents of the case elsewhere, as words <address>.", "Judgment <https://courts.example/7.pdf>",
              take_attachments},
    CsvColumn{"notes", list, none, "What must be known about the facts of the record.", "The sentence is known from the press only.",
              keep_all<&Draft::notes>},
    CsvColumn{"catalogued", single, none, "The day on which the row was made.", "2026-11-24", keep<&Draft::catalogued>},
    CsvColumn{"catalogued-by", single, none, "Who made it.", "Library of the Ministry", keep<&Draft::catalogued_by>},
    CsvColumn{"restricted", single, none, "true: the record is kept but never indexed or shown.", "true", keep<&Draft::restricted>},
};

/// Breaks a line between words so that it fits; further lines are indented.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
    std::string out;
    std::size_t used = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (used > 0 && used + 1 + end > width - indent) {
            out += '\n' + std::string(indent, ' ');
            used = 0;
        } else if (used > 0) {
            out += ' ';
            ++used;
        }
        out += text.substr(0, end);
        used += end;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string_view variants_of(const CsvColumn& column) {
    if (column.variants == by_proceeding) return " [-N]";
    return column.variants == by_language ? " [@LANG]" : "";
}

}  // namespace

std::span<const CsvColumn> csv_columns() { return columns; }

std::string describe_csv() {
    constexpr std::size_t indent = 4;
    constexpr std::size_t width = 100;
    std::string out =
        "One case a row; the first line is the header and names the columns, in any order. Cells are separated\n"
        "by commas (--separator says otherwise) and quoted as RFC 4180 has it; the file is UTF-8, with or\n"
        "without a byte order mark. An empty cell means \"not recorded\". Names of columns may be written in\n"
        "any case and with spaces or underscores for hyphens; a line sep=; above the header is passed over.\n\n"
        "[;]      several values in a cell, with ; between them; \\; is a semicolon inside a value, and \\: a\n"
        "         colon where values have parts\n"
        "[-N]     once for each proceeding in the order of time: court, court-2, court-3, ... up to 9\n"
        "[@LANG]  once for each language: facts, facts@fr, ...; the paragraphs of facts@fr are facts-fr-1, ...\n\n";
    for (const auto& column : columns) {
        out += std::string(column.name) + (column.is_list ? " [;]" : "") + std::string(variants_of(column)) + '\n';
        out += std::string(indent, ' ') + wrapped(column.meaning, indent, width) + '\n';
        out += std::string(indent, ' ') + "Example: " + std::string(column.example) + '\n';
    }
    return out;
}

}  // namespace palermo
