// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/enum_array.hpp"
#include "corpus/vocabulary.hpp"
#include "indexer/index/column.hpp"
#include "indexer/index/facet_column.hpp"
#include "indexer/index/set_classes.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palermo {

/// Something that cases are counted by: a column, or what is of one kind among a column's values.
enum class Dimension {
    evidential_issue,
    legal_concept,
    outcome,
    crime_type,
    jurisdiction,
    court_level,
    year,
    issue_role,  ///< "issue role"
    origin,
    destination,
    month,    ///< of the decision, where it is known: "2010-03"
    act,      ///< the legal concepts right below tip-act
    means,    ///< those right below tip-means
    purpose,  ///< those right below tip-purpose
    role,     ///< that an issue has, whichever; not_recorded where a record does not say it
    sentence,
    suspended,
};

inline constexpr std::array all_dimensions{Dimension::evidential_issue,
                                           Dimension::legal_concept,
                                           Dimension::outcome,
                                           Dimension::crime_type,
                                           Dimension::jurisdiction,
                                           Dimension::court_level,
                                           Dimension::year,
                                           Dimension::issue_role,
                                           Dimension::origin,
                                           Dimension::destination,
                                           Dimension::month,
                                           Dimension::act,
                                           Dimension::means,
                                           Dimension::purpose,
                                           Dimension::role,
                                           Dimension::sentence,
                                           Dimension::suspended};
inline constexpr std::size_t dimension_count = all_dimensions.size();

[[nodiscard]] constexpr Dimension dimension_of(Facet facet) { return static_cast<Dimension>(facet); }

/// An array with one element a dimension, indexed by Dimension.
template <class Value>
using PerDimension = EnumArray<Dimension, dimension_count, Value>;

/// Where a dimension has its values from.
struct DimensionSource {
    Column column{};
    ValueReading value_of;  ///< empty where all values are read as they are
};

[[nodiscard]] DimensionSource source_of(Dimension dimension, const Vocabularies& vocabularies);

/// The values of a dimension over a whole collection; a value's place in the list is its ordinal there.
class DimensionValues {
public:
    [[nodiscard]] const std::vector<std::string>& all() const { return values_; }
    [[nodiscard]] std::optional<std::uint32_t> find(const std::string& value) const;
    std::uint32_t add(const std::string& value);

private:
    std::vector<std::string> values_;
    std::unordered_map<std::string, std::uint32_t> ordinal_of_;
};

/// How one segment's sets of a column are read under a dimension: of each class of sets the values' ordinals in the collection are known.
/// A class without any is "not recorded".
class SegmentDimension {
public:
    SegmentDimension() = default;
    /// `classes`: of the column under all sources that read it in their own way; nullptr where this one does not, and each set is its own
    /// class. Values that the collection does not have yet are added to `values`.
    SegmentDimension(const FacetColumns& columns, const DimensionSource& source, std::shared_ptr<const SetClasses> classes,
                     DimensionValues& values);

    [[nodiscard]] Column column() const { return column_; }
    [[nodiscard]] std::uint32_t class_count() const { return values_.size(); }
    /// Of a set of the column.
    [[nodiscard]] std::uint32_t class_of(std::uint32_t set) const { return classes_ ? classes_->of_sets()[set] : set; }
    /// Of each set; empty where each is its own class. All dimensions of a column of which it is not empty have the same.
    [[nodiscard]] std::span<const std::uint32_t> classes() const {
        return classes_ ? classes_->of_sets() : std::span<const std::uint32_t>();
    }
    [[nodiscard]] std::span<const std::uint32_t> ordinals(std::uint32_t class_number) const { return values_[class_number]; }
    /// Of each set of the column 1 where it holds the value, else 0; nothing: where it holds none.
    [[nodiscard]] std::vector<std::uint8_t> sets_with(std::optional<std::uint32_t> ordinal) const;

private:
    Column column_{};
    std::shared_ptr<const SetClasses> classes_;
    SetTable values_;  ///< of each class
};

}  // namespace palermo
