// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/akn_markup.hpp"

#include <algorithm>
#include <array>

namespace palermo {
namespace {

constexpr std::array<std::string_view, 62> inline_elements{"a",
                                                           "abbr",
                                                           "affectedDocument",
                                                           "argument",
                                                           "b",
                                                           "br",
                                                           "concept",
                                                           "courtType",
                                                           "date",
                                                           "decoration",
                                                           "def",
                                                           "del",
                                                           "docAuthority",
                                                           "docCommittee",
                                                           "docDate",
                                                           "docIntroducer",
                                                           "docJurisdiction",
                                                           "docNumber",
                                                           "docProponent",
                                                           "docPurpose",
                                                           "docStage",
                                                           "docStatus",
                                                           "docTitle",
                                                           "docType",
                                                           "docketNumber",
                                                           "embeddedText",
                                                           "entity",
                                                           "eol",
                                                           "eop",
                                                           "event",
                                                           "fillIn",
                                                           "i",
                                                           "img",
                                                           "inline",
                                                           "ins",
                                                           "issue",
                                                           "judge",
                                                           "lawyer",
                                                           "legislature",
                                                           "location",
                                                           "marker",
                                                           "mod",
                                                           "mref",
                                                           "neutralCitation",
                                                           "noteRef",
                                                           "object",
                                                           "omissis",
                                                           "organization",
                                                           "outcome",
                                                           "party",
                                                           "person",
                                                           "placeholder",
                                                           "quantity",
                                                           "quotedText",
                                                           "ref",
                                                           "role",
                                                           "rref",
                                                           "span",
                                                           "sub",
                                                           "sup",
                                                           "term",
                                                           "u"};

/// On any element.
constexpr std::array<std::string_view, 23> markup{
    "eId",    "wId",    "GUID",      "id",          "style",       "class",         "colspan",       "rowspan",
    "width",  "height", "border",    "cellspacing", "cellpadding", "widths",        "contains",      "source",
    "period", "status", "placement", "origin",      "isNeutral",   "alternativeTo", "schemaLocation"};

constexpr std::array<std::string_view, 3> pointers{"refersTo", "as", "href"};

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

bool is_inline(std::string_view element) { return is_one_of(element, inline_elements); }

bool is_layout(std::string_view element) { return element == "presentation"; }

bool is_markup(std::string_view element, std::string_view attribute, std::string_view value) {
    if (is_one_of(attribute, markup)) return true;
    if (is_one_of(attribute, pointers) && (value.starts_with('#') || value.empty())) return true;
    // The class of a structure, not words of it; a date's name is read.
    if (attribute == "name") return element != "FRBRdate";
    // Which thing an entry of the references stands for: its words are in showAs.
    if (element.starts_with("TLC") && attribute == "href") return true;
    // How a program has read words that stand in the text and are carried over there.
    return (element == "date" && attribute == "date") || (element == "time" && attribute == "time") ||
           (element == "ref" && attribute == "year");
}

std::string describe_akn() {
    return R"(Akoma Ntoso 1.0 judgments (akomaNtoso/judgment in the namespace of OASIS), as Find Case Law publishes
them. What goes where:

title             FRBRname of the work; --title stands in
id                the path of the work's FRBRuri (.../id/xyz/crim/2021/7 gives xyz-crim-2021-7), else the
                  neutral citation; --id says otherwise
country           FRBRcountry (gb and GB-UKM give GB); --country stands in
crime types       never stated in a judgment's metadata: --crime-type says them
language          FRBRlanguage (eng gives en), else xml:lang; --lang stands in
neutral citation  uk:cite and neutralCitation
court             the organization that the work's FRBRauthor points to, else courtType, else uk:court
date of decision  FRBRdate of the work named judgment or decision, else docDate
case reference    docketNumber; several become docket identifiers
defendants        a party whose role is that of a defendant; no other role, since claimants, applicants and
                  appellants may be victims
procedural        coverPage and header, line by line: court, date, parties, judges, counsel
history
facts             background
legal reasoning   everything else of judgmentBody, conclusions and attachments: one paragraph for each p,
                  heading or row of a table, with its number before it. Paragraph 12 (a) has the id para-12-a.
                  A footnote follows the paragraph with its mark, as [^1], also one of the meta block. A part
                  with an xml:lang of its own is a text in that language. What del strikes out is named, not
                  carried over
keywords          what ref and a point to outside the document, under "cites"
sources           addresses of the work and the expression; the manifestation is an attachment
notes             the proprietary block, other dates, who made the file

Not content, and left out without a word: ids, classes, styles and widths, the presentation block, pointers
inside the document, comments, and attributes in which a program notes how it read words of the text.
Everything else that no record takes is reported with its line. Outcome, stage, level of the court, facets and
tags are for a cataloguer to add: a judgment does not state them in a form that a program could read.
)";
}

}  // namespace palermo
