// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/enum_array.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// A dimension by which cases are filtered and counted. The order is the order in which pages show them.
enum class Facet { evidential_issue, legal_concept, outcome, crime_type, jurisdiction, court_level, year };

inline constexpr std::array all_facets{Facet::evidential_issue, Facet::legal_concept, Facet::outcome, Facet::crime_type,
                                       Facet::jurisdiction,     Facet::court_level,   Facet::year};
inline constexpr std::size_t facet_count = all_facets.size();

/// The value that stands for "the record says nothing here". No vocabulary may use it as an id.
inline constexpr std::string_view not_recorded = "not-recorded";

/// "evidential-issue": the name in URLs, JSON and facet columns.
[[nodiscard]] std::string_view name_of(Facet facet);
[[nodiscard]] std::optional<Facet> facet_named(std::string_view name);

/// True for the two facets whose values are concepts of a vocabulary and form trees.
[[nodiscard]] bool is_hierarchical(Facet facet);

/// What the record itself says under a facet: each value once, in the record's order; no ancestors.
[[nodiscard]] std::vector<std::string> facet_values(const CaseRecord& record, Facet facet);

/// An array with one element a facet, indexed by Facet.
template <class Value>
using PerFacet = EnumArray<Facet, facet_count, Value>;

}  // namespace palermo
