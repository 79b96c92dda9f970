// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/column.hpp"

#include <algorithm>

namespace palermo {
namespace {

/// Of the columns that are no facets, in their order.
constexpr std::array<std::string_view, column_count - facet_count> other_names{"issue-role", "origin",   "destination",
                                                                               "decided",    "sentence", "suspended"};

}  // namespace

std::string_view name_of(Column column) {
    const auto number = static_cast<std::size_t>(column);
    return number < facet_count ? name_of(all_facets[number]) : other_names[number - facet_count];
}

std::string issue_role_value(std::string_view issue, std::string_view role) {
    return std::string(issue) + ' ' + std::string(role.empty() ? not_recorded : role);
}

IssueRole read_issue_role(std::string_view value) {
    const auto space = std::min(value.find(' '), value.size());
    return {.issue = value.substr(0, space), .role = value.substr(std::min(space + 1, value.size()))};
}

}  // namespace palermo
