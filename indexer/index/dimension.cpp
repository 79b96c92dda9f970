// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/dimension.hpp"

#include "corpus/partial_date.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace palermo {
namespace {

std::optional<std::string> month_of(const std::string& date) {
    constexpr std::size_t year_and_month = 7;
    return date.size() < year_and_month ? std::nullopt : std::optional(date.substr(0, year_and_month));
}

/// Of an issue with its role.
std::optional<std::string> role_of(const std::string& value) { return std::string(read_issue_role(value).role); }

/// The concepts right below one of the treaty's three elements.
DimensionSource right_below(std::string_view above, const Vocabularies& vocabularies) {
    std::set<std::string> wanted;
    for (const auto* entry : vocabularies.legal_concepts.narrower(above)) wanted.insert(entry->id);
    return {.column = Column::legal_concept, .value_of = [wanted = std::move(wanted)](const std::string& value) {
                return wanted.contains(value) ? std::optional(value) : std::nullopt;
            }};
}

}  // namespace

DimensionSource source_of(Dimension dimension, const Vocabularies& vocabularies) {
    switch (dimension) {
        case Dimension::month: return {.column = Column::decided, .value_of = month_of};
        case Dimension::act: return right_below("tip-act", vocabularies);
        case Dimension::means: return right_below("tip-means", vocabularies);
        case Dimension::purpose: return right_below("tip-purpose", vocabularies);
        case Dimension::role: return {.column = Column::issue_role, .value_of = role_of};
        case Dimension::issue_role: return {.column = Column::issue_role, .value_of = {}};
        case Dimension::origin: return {.column = Column::origin, .value_of = {}};
        case Dimension::destination: return {.column = Column::destination, .value_of = {}};
        case Dimension::sentence: return {.column = Column::sentence, .value_of = {}};
        case Dimension::suspended: return {.column = Column::suspended, .value_of = {}};
        case Dimension::evidential_issue:
        case Dimension::legal_concept:
        case Dimension::outcome:
        case Dimension::crime_type:
        case Dimension::jurisdiction:
        case Dimension::court_level:
        case Dimension::year: break;
    }
    return {.column = static_cast<Column>(dimension), .value_of = {}};
}

std::optional<std::uint32_t> DimensionValues::find(const std::string& value) const {
    const auto found = ordinal_of_.find(value);
    return found == ordinal_of_.end() ? std::nullopt : std::optional(found->second);
}

std::uint32_t DimensionValues::add(const std::string& value) {
    const auto [known, is_new] = ordinal_of_.emplace(value, static_cast<std::uint32_t>(values_.size()));
    if (is_new) values_.push_back(value);
    return known->second;
}

SegmentDimension::SegmentDimension(const FacetColumns& columns, const DimensionSource& source, std::shared_ptr<const SetClasses> classes,
                                   DimensionValues& values)
    : column_(source.column), classes_(std::move(classes)) {
    std::vector<std::optional<std::uint32_t>> ordinal_of;
    for (const auto& value : columns.values(column_)) {
        const auto ours = source.value_of ? source.value_of(value) : value;
        ordinal_of.push_back(ours ? std::optional(values.add(*ours)) : std::nullopt);
    }
    std::vector<std::uint32_t> ordinals;
    const auto read = [&](std::span<const std::uint32_t> set) {
        ordinals.clear();
        for (const auto ordinal : set) {
            if (ordinal_of[ordinal]) ordinals.push_back(*ordinal_of[ordinal]);
        }
    };
    if (classes_) {
        for (const auto example : classes_->examples()) {
            read(columns.set(column_, example));
            std::ranges::sort(ordinals);
            ordinals.erase(std::unique(ordinals.begin(), ordinals.end()), ordinals.end());
            values_.add(ordinals);
        }
    } else {
        const auto sets = columns.sets(column_);
        for (std::uint32_t set = 0; set < sets.size(); ++set) {
            read(sets[set]);
            values_.add(ordinals);
        }
    }
}

std::vector<std::uint8_t> SegmentDimension::sets_with(std::optional<std::uint32_t> ordinal) const {
    std::vector<std::uint8_t> classes;
    if (ordinal) {
        classes = values_.holders(*ordinal);
    } else {
        for (std::uint32_t each = 0; each < class_count(); ++each) classes.push_back(ordinals(each).empty() ? 1 : 0);
    }
    if (!classes_) return classes;
    std::vector<std::uint8_t> sets;
    for (const auto each : classes_->of_sets()) sets.push_back(classes[each]);
    return sets;
}

}  // namespace palermo
