// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/facet_label.hpp"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace palermo {
namespace {

using Labels = std::pair<std::string_view, std::string_view>;

constexpr std::array outcome_labels{
    Labels{"convicted", "Convicted"},
    Labels{"acquitted", "Acquitted"},
    Labels{"partly-convicted", "Partly convicted, partly acquitted"},
    Labels{"conviction-upheld", "Conviction upheld"},
    Labels{"conviction-overturned", "Conviction overturned"},
    Labels{"acquittal-upheld", "Acquittal upheld"},
    Labels{"acquittal-overturned", "Acquittal overturned"},
    Labels{"sentence-changed", "Sentence changed"},
    Labels{"retrial-ordered", "Retrial ordered"},
    Labels{"discontinued", "Proceedings discontinued"},
    Labels{"violation-found", "Violation of rights found"},
    Labels{"no-violation", "No violation of rights found"},
    Labels{"claim-granted", "Claim or application granted"},
    Labels{"claim-refused", "Claim or application refused"},
    Labels{"law-read-down", "Law read down or struck down"},
    Labels{"interim-decision", "Interim decision, no verdict"},
    Labels{"other", "Other"},
};

constexpr std::array crime_type_labels{
    Labels{"trafficking-in-persons", "Trafficking in persons"},
    Labels{"smuggling-of-migrants", "Smuggling of migrants"},
    Labels{"organized-criminal-group", "Participation in an organized criminal group"},
    Labels{"money-laundering", "Money laundering"},
    Labels{"corruption", "Corruption"},
    Labels{"obstruction-of-justice", "Obstruction of justice"},
    Labels{"drug-offences", "Drug offences"},
    Labels{"firearms-offences", "Firearms offences"},
    Labels{"cybercrime", "Cybercrime"},
    Labels{"fraud", "Fraud"},
    Labels{"other", "Other"},
};

constexpr std::array court_level_labels{
    Labels{"first-instance", "Court of first instance"},
    Labels{"appeal", "Court of appeal"},
    Labels{"supreme", "Supreme court"},
    Labels{"constitutional", "Constitutional court"},
    Labels{"international", "International court"},
    Labels{"other", "Other"},
};

constexpr std::array body_labels{
    Labels{"council-of-europe", "Council of Europe"},
    Labels{"european-union", "European Union"},
    Labels{"organization-of-american-states", "Organization of American States"},
    Labels{"african-union", "African Union"},
    Labels{"ecowas", "Economic Community of West African States"},
    Labels{"united-nations", "United Nations"},
    Labels{"other", "Other international body"},
};

constexpr std::array code_labels{
    // stages of a proceeding
    Labels{"pre-trial", "Pre-trial"},
    Labels{"first-instance", "First instance"},
    Labels{"appeal", "Appeal"},
    Labels{"final-appeal", "Final appeal"},
    Labels{"constitutional-review", "Constitutional review"},
    Labels{"international", "International proceedings"},
    // kinds of text
    Labels{"fact-summary", "Facts"},
    Labels{"legal-reasoning", "Reasoning of the court"},
    Labels{"commentary", "Commentary"},
    Labels{"procedural-history", "Procedural history"},
    // sources of tags, crime types and keywords
    Labels{"digest", "Case digest"},
    Labels{"cataloguer", "Cataloguer"},
    Labels{"sherloc-keyword", "SHERLOC keyword"},
    Labels{"sherloc-keywords", "SHERLOC keywords"},
    Labels{"sherloc-badge", "SHERLOC crime badge"},
    // roles of an evidential issue
    Labels{"strengthened", "Strengthened the case"},
    Labels{"weakened", "Weakened the case"},
    Labels{"neutral", "Neutral"},
    Labels{"unclear", "Role not clear"},
    // verdicts and what came later
    Labels{"guilty", "Guilty"},
    Labels{"not-guilty", "Not guilty"},
    Labels{"partly-guilty", "Partly guilty"},
    Labels{"withdrawn", "Withdrawn"},
    Labels{"upheld", "Upheld"},
    Labels{"overturned", "Overturned"},
    Labels{"varied", "Varied"},
    Labels{"pardoned", "Pardoned"},
    // persons
    Labels{"natural", "Person"},
    Labels{"legal", "Company or authority"},
    Labels{"group", "Group"},
    Labels{"unknown", "Not known"},
    Labels{"male", "Male"},
    Labels{"female", "Female"},
    Labels{"mixed", "Mixed"},
    // identifiers
    Labels{"unodc", "UNODC number"},
    Labels{"sherloc-path", "SHERLOC path"},
    Labels{"neutral-citation", "Neutral citation"},
    Labels{"report", "Law report"},
    Labels{"ecli", "ECLI"},
    Labels{"docket", "Docket number"},
    Labels{"application", "Application number"},
    Labels{"other", "Other"},
};

template <class Table>
std::string_view look_up(const Table& table, std::string_view code) {
    const auto found = std::ranges::find(table, code, &Labels::first);
    return found == table.end() ? code : found->second;
}

}  // namespace

std::string_view code_label(std::string_view code) { return look_up(code_labels, code); }

bool is_country(std::string_view code) {
    // ICU has them in the order of the alphabet, which is not promised.
    static const auto known = [] {
        std::vector<std::string_view> codes;
        for (const auto* country = uloc_getISOCountries(); *country != nullptr; ++country) codes.emplace_back(*country);
        std::ranges::sort(codes);
        return codes;
    }();
    return std::ranges::binary_search(known, code);
}

std::string country_name(std::string_view code, std::string_view lang) {
    if (!is_country(code)) return std::string(code);
    icu::UnicodeString name;
    icu::Locale("", std::string(code).c_str()).getDisplayCountry(icu::Locale(std::string(lang).c_str()), name);
    std::string utf8;
    return name.toUTF8String(utf8);
}

std::string_view heading_of(Facet facet) {
    switch (facet) {
        case Facet::evidential_issue: return "Evidential issue";
        case Facet::legal_concept: return "Legal concept";
        case Facet::outcome: return "Outcome";
        case Facet::crime_type: return "Crime type";
        case Facet::jurisdiction: return "Jurisdiction";
        case Facet::court_level: return "Court level";
        case Facet::year: return "Year of decision";
    }
    return "";
}

std::vector<std::string> facet_codes(Facet facet) {
    std::vector<std::string> codes;
    const auto add = [&codes](const auto& table) {
        for (const auto& [code, label] : table) codes.emplace_back(code);
    };
    switch (facet) {
        case Facet::outcome: add(outcome_labels); break;
        case Facet::crime_type: add(crime_type_labels); break;
        case Facet::court_level: add(court_level_labels); break;
        case Facet::jurisdiction:
            for (const auto* country = uloc_getISOCountries(); *country != nullptr; ++country) codes.emplace_back(*country);
            add(body_labels);
            break;
        case Facet::evidential_issue:
        case Facet::legal_concept:
        case Facet::year: break;
    }
    return codes;
}

std::string facet_label(Facet facet, std::string_view value, const Vocabularies& vocabularies, std::string_view lang) {
    if (value == not_recorded) return "Not recorded";
    switch (facet) {
        case Facet::evidential_issue:
        case Facet::legal_concept: return std::string(vocabularies.of(facet).label(value, lang));
        case Facet::outcome: return std::string(look_up(outcome_labels, value));
        case Facet::crime_type: return std::string(look_up(crime_type_labels, value));
        case Facet::jurisdiction: return is_country(value) ? country_name(value, lang) : std::string(look_up(body_labels, value));
        case Facet::court_level: return std::string(look_up(court_level_labels, value));
        case Facet::year: return std::string(value);
    }
    return std::string(value);
}

}  // namespace palermo
