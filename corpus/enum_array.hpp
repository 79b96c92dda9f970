// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace palermo {

/// An array with one element for each of the `count` values of an enumeration, and indexed by them.
template <class Enum, std::size_t count, class Value>
class EnumArray {
public:
    [[nodiscard]] Value& operator[](Enum index) { return values_[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const Value& operator[](Enum index) const { return values_[static_cast<std::size_t>(index)]; }

    friend bool operator==(const EnumArray&, const EnumArray&) = default;

private:
    std::array<Value, count> values_{};
};

}  // namespace palermo
