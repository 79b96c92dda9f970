// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/facet_label.hpp"

#include "corpus/code_labels.hpp"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <vector>

namespace palermo {

std::string_view code_label(std::string_view code, std::string_view lang) { return label_of(CodeList::further, code, lang); }

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
    const auto add = [&codes](CodeList list) {
        for (const auto& row : codes_of(list)) codes.emplace_back(row.code);
    };
    switch (facet) {
        case Facet::outcome: add(CodeList::outcome); break;
        case Facet::crime_type: add(CodeList::crime_type); break;
        case Facet::court_level: add(CodeList::court_level); break;
        case Facet::jurisdiction:
            for (const auto* country = uloc_getISOCountries(); *country != nullptr; ++country) codes.emplace_back(*country);
            add(CodeList::international_body);
            break;
        case Facet::evidential_issue:
        case Facet::legal_concept:
        case Facet::year: break;
    }
    return codes;
}

std::string facet_label(Facet facet, std::string_view value, const Vocabularies& vocabularies, std::string_view lang) {
    if (value == not_recorded) return std::string(code_label(value, lang));
    switch (facet) {
        case Facet::evidential_issue:
        case Facet::legal_concept: return std::string(vocabularies.of(facet).label(value, lang));
        case Facet::outcome: return std::string(label_of(CodeList::outcome, value, lang));
        case Facet::crime_type: return std::string(label_of(CodeList::crime_type, value, lang));
        case Facet::jurisdiction:
            return is_country(value) ? country_name(value, lang) : std::string(label_of(CodeList::international_body, value, lang));
        case Facet::court_level: return std::string(label_of(CodeList::court_level, value, lang));
        case Facet::year: return std::string(value);
    }
    return std::string(value);
}

}  // namespace palermo
