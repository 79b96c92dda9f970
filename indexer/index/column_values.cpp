// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/column_values.hpp"

#include "indexer/index/layout.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

void add_once(std::vector<std::string>& values, std::string value) {
    if (!value.empty() && std::ranges::find(values, value) == values.end()) values.push_back(std::move(value));
}

std::vector<std::string> facet_closure(const CaseRecord& record, Facet facet, const Vocabularies& vocabularies) {
    auto values = facet_values(record, facet);
    if (!is_hierarchical(facet)) return values;
    std::vector<std::string> closure;
    for (const auto& value : values) {
        for (auto& ancestor : vocabularies.of(facet).with_ancestors(value)) add_once(closure, std::move(ancestor));
    }
    return closure;
}

/// A parent has a role when something at or below it has.
std::vector<std::string> issue_roles(const CaseRecord& record, const Vocabulary& issues) {
    std::vector<std::string> roles;
    for (const auto& tag : record.evidential_issues) {
        for (const auto& issue : issues.with_ancestors(tag.concept_id)) add_once(roles, issue_role_value(issue, tag.role));
    }
    return roles;
}

std::vector<std::string> each_once(const std::vector<std::string>& given) {
    std::vector<std::string> values;
    for (const auto& value : given) add_once(values, value);
    return values;
}

std::vector<std::string> decided(const CaseRecord& record) {
    const auto* proceeding = latest_with_date(record);
    return proceeding == nullptr ? std::vector<std::string>{} : std::vector{proceeding->decided->to_string()};
}

std::vector<std::string> in_months(std::optional<unsigned> months) {
    return months ? std::vector{layout::sentence_value(*months)} : std::vector<std::string>{};
}

std::optional<unsigned> longest_suspended(const CaseRecord& record) {
    std::optional<unsigned> longest;
    for (const auto& charge : record.charges) {
        const auto months = charge.sentence ? charge.sentence->suspended_months.value_or(0) : 0;
        if (months > 0) longest = std::max(longest.value_or(0), static_cast<unsigned>(months));
    }
    return longest;
}

}  // namespace

PerColumn<std::vector<std::string>> column_values(const CaseRecord& record, const Vocabularies& vocabularies) {
    PerColumn<std::vector<std::string>> values;
    for (const auto facet : all_facets) values[column_of(facet)] = facet_closure(record, facet, vocabularies);
    values[Column::issue_role] = issue_roles(record, vocabularies.evidential_issues);
    values[Column::origin] = each_once(record.origin);
    values[Column::destination] = each_once(record.destination);
    values[Column::decided] = decided(record);
    values[Column::sentence] = in_months(longest_sentence(record));
    values[Column::suspended] = in_months(longest_suspended(record));
    return values;
}

std::optional<unsigned> longest_sentence(const CaseRecord& record) {
    std::optional<unsigned> longest;
    for (const auto& charge : record.charges) {
        if (!charge.sentence) continue;
        if (charge.sentence->life) longest = layout::life_in_months;
        if (charge.sentence->months) longest = std::max(longest.value_or(0), static_cast<unsigned>(std::max(*charge.sentence->months, 0)));
    }
    return longest;
}

}  // namespace palermo
