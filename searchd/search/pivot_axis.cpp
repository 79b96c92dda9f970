// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/pivot_axis.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace palermo {
namespace {

/// An issue and its role are one value of the column.
PivotAxis issue_role_axis(const Snapshot& snapshot, const SidePlaces& issues, std::uint64_t issue_stride, const SidePlaces& roles,
                          std::uint64_t role_stride) {
    const auto& role_source = snapshot.values(Dimension::role);
    const auto place_of = [](const DimensionValues& values, std::string_view value, const SidePlaces& places) {
        const auto ordinal = values.find(std::string(value));
        return std::uint64_t{ordinal ? places[*ordinal] : places.back()};
    };
    PivotAxis axis{.dimension = Dimension::issue_role, .offsets = {}};
    for (const auto& value : snapshot.values(Dimension::issue_role).all()) {
        const auto [issue, role] = read_issue_role(value);
        axis.offsets.push_back(place_of(snapshot.values(Dimension::evidential_issue), issue, issues) * issue_stride +
                               place_of(role_source, role, roles) * role_stride);
    }
    axis.offsets.push_back(issues.back() * issue_stride + roles.back() * role_stride);
    return axis;
}

PivotAxis plain_axis(Dimension dimension, const SidePlaces& places, std::uint64_t stride) {
    PivotAxis axis{.dimension = dimension, .offsets = {}};
    for (const auto place : places) axis.offsets.push_back(place * stride);
    return axis;
}

}  // namespace

Dimension dimension_of(PivotSide side) {
    switch (side) {
        case PivotSide::issue: return Dimension::evidential_issue;
        case PivotSide::role: return Dimension::role;
        case PivotSide::concept_: return Dimension::legal_concept;
        case PivotSide::act: return Dimension::act;
        case PivotSide::means: return Dimension::means;
        case PivotSide::purpose: return Dimension::purpose;
        case PivotSide::outcome: return Dimension::outcome;
        case PivotSide::crime: return Dimension::crime_type;
        case PivotSide::country: return Dimension::jurisdiction;
        case PivotSide::level: return Dimension::court_level;
        case PivotSide::year: return Dimension::year;
        case PivotSide::origin: return Dimension::origin;
        case PivotSide::destination: return Dimension::destination;
    }
    return {};
}

std::vector<PivotAxis> make_axes(const Snapshot& snapshot, const Pivot& pivot, const std::vector<SidePlaces>& places,
                                 const std::vector<std::uint64_t>& strides) {
    const auto number_of = [&](PivotSide side) { return static_cast<std::size_t>(std::ranges::find(pivot, side) - pivot.begin()); };
    const auto issue = number_of(PivotSide::issue);
    const auto role = number_of(PivotSide::role);
    const bool has_roles = issue < pivot.size() && role < pivot.size();
    std::vector<PivotAxis> axes;
    for (std::size_t side = 0; side < pivot.size(); ++side) {
        if (has_roles && side == role) continue;
        if (has_roles && side == issue)
            axes.push_back(issue_role_axis(snapshot, places[issue], strides[issue], places[role], strides[role]));
        else
            axes.push_back(plain_axis(dimension_of(pivot[side]), places[side], strides[side]));
    }
    return axes;
}

}  // namespace palermo
