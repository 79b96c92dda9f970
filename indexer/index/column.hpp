// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/enum_array.hpp"
#include "corpus/facet.hpp"

#include <array>
#include <string>
#include <string_view>

namespace palermo {

/// What is kept of each record in columns, to be counted and filtered by: the facets, in their order, and what tables and distributions
/// need beside them. A row without a value is "not recorded".
enum class Column {
    evidential_issue,  ///< each with all above it
    legal_concept,     ///< each with all above it
    outcome,
    crime_type,
    jurisdiction,
    court_level,
    year,
    issue_role,   ///< issue_role_value() of each evidential issue and of all above it
    origin,       ///< ISO 3166-1 alpha-2
    destination,  ///< ISO 3166-1 alpha-2
    decided,      ///< the latest date of a decision as far as it is known: "2010", "2010-03", "2010-03-19"
    sentence,     ///< the longest prison sentence as layout::sentence_value() writes it
    suspended,    ///< the longest suspended part of one, written so; a part of no month is none
};

inline constexpr std::array all_columns{Column::evidential_issue, Column::legal_concept, Column::outcome, Column::crime_type,
                                        Column::jurisdiction,     Column::court_level,   Column::year,    Column::issue_role,
                                        Column::origin,           Column::destination,   Column::decided, Column::sentence,
                                        Column::suspended};
inline constexpr std::size_t column_count = all_columns.size();

[[nodiscard]] constexpr Column column_of(Facet facet) { return static_cast<Column>(facet); }

[[nodiscard]] std::string_view name_of(Column column);

/// "failure-to-escape weakened"; a role that the record does not state is not_recorded.
[[nodiscard]] std::string issue_role_value(std::string_view issue, std::string_view role);

/// The two in such a value; point into it.
struct IssueRole {
    std::string_view issue;
    std::string_view role;
};
[[nodiscard]] IssueRole read_issue_role(std::string_view value);

/// An array with one element a column, indexed by Column.
template <class Value>
using PerColumn = EnumArray<Column, column_count, Value>;

}  // namespace palermo
