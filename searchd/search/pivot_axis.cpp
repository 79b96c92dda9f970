// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/pivot_axis.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace palermo {
namespace {

constexpr std::array<std::string_view, 4> roles{"strengthened", "weakened", "neutral", "unclear"};

Dimension dimension_of(PivotSide side) {
    switch (side) {
        case PivotSide::issue: return Dimension::evidential_issue;
        case PivotSide::role: return Dimension::issue_role;
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

std::vector<std::string> ids_of(const Snapshot& snapshot, PivotSide side) {
    std::vector<std::string> ids(roles.begin(), roles.end());
    if (side != PivotSide::role) ids = snapshot.values(dimension_of(side)).all();
    ids.emplace_back(not_recorded);
    return ids;
}

PivotAxis plain_axis(Dimension dimension, std::size_t side, std::size_t places) {
    PivotAxis::Side only{.number = side, .places = std::vector<std::uint32_t>(places)};
    for (std::uint32_t i = 0; i < places; ++i) only.places[i] = i;
    return {dimension, {std::move(only)}};
}

/// An issue and its role are one value of the column.
PivotAxis issue_role_axis(const Snapshot& snapshot, std::size_t issue, std::size_t role, const std::vector<std::vector<std::string>>& ids) {
    PivotAxis::Side issues{.number = issue, .places = {}};
    PivotAxis::Side their_roles{.number = role, .places = {}};
    const auto no_issue = static_cast<std::uint32_t>(ids[issue].size() - 1);
    const auto no_role = static_cast<std::uint32_t>(ids[role].size() - 1);
    for (const auto& value : snapshot.values(Dimension::issue_role).all()) {
        const auto space = value.find(' ');
        issues.places.push_back(snapshot.values(Dimension::evidential_issue).find(value.substr(0, space)).value_or(no_issue));
        const auto known = std::ranges::find(roles, std::string_view(value).substr(space + 1));
        their_roles.places.push_back(known == roles.end() ? no_role : static_cast<std::uint32_t>(known - roles.begin()));
    }
    issues.places.push_back(no_issue);
    their_roles.places.push_back(no_role);
    return {Dimension::issue_role, {std::move(issues), std::move(their_roles)}};
}

}  // namespace

std::vector<std::uint64_t> PivotAxis::offsets(std::span<const std::uint64_t> strides) const {
    std::vector<std::uint64_t> all(sides_.front().places.size());
    for (const auto& side : sides_) {
        for (std::size_t i = 0; i < all.size(); ++i) all[i] += side.places[i] * strides[side.number];
    }
    return all;
}

void PivotAxis::add_margins(std::span<const std::uint32_t> ordinals, std::uint64_t cases,
                            std::vector<std::vector<std::uint64_t>>& margins) const {
    for (const auto& side : sides_) {
        auto& margin = margins[side.number];
        if (ordinals.empty()) margin[side.places.back()] += cases;
        std::vector<std::uint32_t> places;
        for (const auto ordinal : ordinals) places.push_back(side.places[ordinal]);
        // On an axis with one side each ordinal has a place of its own.
        if (sides_.size() > 1) {
            std::ranges::sort(places);
            places.erase(std::unique(places.begin(), places.end()), places.end());
        }
        for (const auto place : places) margin[place] += cases;
    }
}

std::vector<PivotAxis> make_axes(const Snapshot& snapshot, const Pivot& pivot, std::vector<std::vector<std::string>>& ids) {
    for (const auto side : pivot) ids.push_back(ids_of(snapshot, side));
    const auto number_of = [&](PivotSide side) { return static_cast<std::size_t>(std::ranges::find(pivot, side) - pivot.begin()); };
    const auto issue = number_of(PivotSide::issue);
    const auto role = number_of(PivotSide::role);
    const bool has_roles = issue < pivot.size() && role < pivot.size();
    std::vector<PivotAxis> axes;
    for (std::size_t side = 0; side < pivot.size(); ++side) {
        if (has_roles && side == role) continue;
        if (has_roles && side == issue)
            axes.push_back(issue_role_axis(snapshot, issue, role, ids));
        else
            axes.push_back(plain_axis(dimension_of(pivot[side]), side, ids[side].size()));
    }
    return axes;
}

}  // namespace palermo
