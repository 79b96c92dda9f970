// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

/// Counts beyond the facets: they are made only when they are asked for.
namespace palermo {

/// What a table of counts can be of.
enum class PivotSide { issue, role, concept_, act, means, purpose, outcome, crime, country, level, year, origin, destination };

inline constexpr std::array pivot_side_names{
    std::pair<std::string_view, PivotSide>{"issue", PivotSide::issue},
    std::pair<std::string_view, PivotSide>{"role", PivotSide::role},
    std::pair<std::string_view, PivotSide>{"concept", PivotSide::concept_},
    std::pair<std::string_view, PivotSide>{"act", PivotSide::act},
    std::pair<std::string_view, PivotSide>{"means", PivotSide::means},
    std::pair<std::string_view, PivotSide>{"purpose", PivotSide::purpose},
    std::pair<std::string_view, PivotSide>{"outcome", PivotSide::outcome},
    std::pair<std::string_view, PivotSide>{"crime", PivotSide::crime},
    std::pair<std::string_view, PivotSide>{"country", PivotSide::country},
    std::pair<std::string_view, PivotSide>{"level", PivotSide::level},
    std::pair<std::string_view, PivotSide>{"year", PivotSide::year},
    std::pair<std::string_view, PivotSide>{"origin", PivotSide::origin},
    std::pair<std::string_view, PivotSide>{"destination", PivotSide::destination},
};

[[nodiscard]] constexpr std::string_view name_of(PivotSide side) { return pivot_side_names[static_cast<std::size_t>(side)].first; }

[[nodiscard]] constexpr std::optional<PivotSide> pivot_side_named(std::string_view name) {
    const auto* const found = std::ranges::find(pivot_side_names, name, &decltype(pivot_side_names)::value_type::first);
    return found == pivot_side_names.end() ? std::nullopt : std::optional(found->second);
}

/// Two or three different sides, crossed. The role is that of an issue: it stands only in a table that has the issues too.
using Pivot = std::vector<PivotSide>;

inline constexpr std::size_t max_pivot_sides = 3;
inline constexpr std::size_t max_pivots = 10;

enum class HistogramUnit { year, month };

struct CountRequest {
    std::vector<Pivot> pivots;
    std::vector<HistogramUnit> histograms;
    bool sentences = false;

    [[nodiscard]] bool empty() const { return pivots.empty() && histograms.empty() && !sentences; }
    friend bool operator==(const CountRequest&, const CountRequest&) = default;
};

/// The tables that a reader is offered who names none.
[[nodiscard]] inline CountRequest usual_counts() {
    using Side = PivotSide;
    return {.pivots = {{Side::issue, Side::outcome},
                       {Side::issue, Side::role},
                       {Side::act, Side::means, Side::purpose},
                       {Side::country, Side::outcome},
                       {Side::origin, Side::destination}},
            .histograms = {HistogramUnit::year},
            .sentences = true};
}

}  // namespace palermo
