// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/column.hpp"
#include "indexer/index/facet_column.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palermo {

/// What somebody makes of a column's value; nothing: it is of no interest to them.
using ValueReading = std::function<std::optional<std::string>(const std::string&)>;

/// Sets of one column that all of some readings make the same of are one class. Where readings leave most values out classes are far fewer
/// than sets, and who counts under several of them looks into each class once. Immutable.
class SetClasses {
public:
    SetClasses(const FacetColumns& columns, Column column, std::span<const ValueReading> readings);

    /// The class of each set.
    [[nodiscard]] std::span<const std::uint32_t> of_sets() const { return of_sets_; }
    /// A set of each class.
    [[nodiscard]] std::span<const std::uint32_t> examples() const { return examples_; }

private:
    std::vector<std::uint32_t> of_sets_;
    std::vector<std::uint32_t> examples_;
};

}  // namespace palermo
