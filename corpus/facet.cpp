// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/facet.hpp"

#include <algorithm>

namespace palermo {
namespace {

/// In the order of Facet.
constexpr std::array<std::string_view, facet_count> names{"evidential-issue", "legal-concept", "outcome", "crime-type",
                                                          "jurisdiction",     "court-level",   "year"};

void add_once(std::vector<std::string>& values, const std::string& value) {
    if (!value.empty() && std::ranges::find(values, value) == values.end()) values.push_back(value);
}

std::vector<std::string> tag_values(const std::vector<Tag>& tags) {
    std::vector<std::string> values;
    for (const auto& tag : tags) add_once(values, tag.concept_id);
    return values;
}

std::vector<std::string> one_or_none(std::string value) {
    return value.empty() ? std::vector<std::string>{} : std::vector<std::string>{std::move(value)};
}

std::string court_level(const CaseRecord& record) {
    const auto& all = record.proceedings;
    const auto latest =
        std::find_if(all.rbegin(), all.rend(), [](const Proceeding& proceeding) { return !proceeding.court_level.empty(); });
    return latest == all.rend() ? std::string() : latest->court_level;
}

}  // namespace

std::string_view name_of(Facet facet) { return names[static_cast<std::size_t>(facet)]; }

std::optional<Facet> facet_named(std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return all_facets[static_cast<std::size_t>(found - names.begin())];
}

bool is_hierarchical(Facet facet) { return facet == Facet::evidential_issue || facet == Facet::legal_concept; }

std::vector<std::string> facet_values(const CaseRecord& record, Facet facet) {
    switch (facet) {
        case Facet::evidential_issue: return tag_values(record.evidential_issues);
        case Facet::legal_concept: return tag_values(record.legal_concepts);
        case Facet::outcome: {
            const auto* proceeding = latest_with_outcome(record);
            return one_or_none(proceeding != nullptr ? proceeding->outcome->code : "");
        }
        case Facet::crime_type: {
            std::vector<std::string> values;
            for (const auto& type : record.crime_types) add_once(values, type.code);
            return values;
        }
        case Facet::jurisdiction: return one_or_none(record.jurisdiction.code());
        case Facet::court_level: return one_or_none(court_level(record));
        case Facet::year: {
            const auto* proceeding = latest_with_date(record);
            return one_or_none(proceeding != nullptr ? std::to_string(proceeding->decided->year()) : "");
        }
    }
    return {};
}

}  // namespace palermo
