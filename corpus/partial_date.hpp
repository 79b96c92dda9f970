// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palermo {

/// A date known to the year, the month or the day, as court records give it. Always a date that exists (proleptic Gregorian), years 1000 to
/// 9999.
class PartialDate {
public:
    /// Reads "2010", "2010-03" or "2010-03-19"; nothing else, and no date that does not exist.
    [[nodiscard]] static std::optional<PartialDate> parse(std::string_view text);

    [[nodiscard]] int year() const { return year_; }
    [[nodiscard]] std::optional<int> month() const;
    [[nodiscard]] std::optional<int> day() const;

    /// The first and the last day it can mean, as "20100301": ordered as text, so it fits a value slot.
    [[nodiscard]] std::string earliest() const;
    [[nodiscard]] std::string latest() const;

    /// As parsed: "2010-03".
    [[nodiscard]] std::string to_string() const;

    friend bool operator==(const PartialDate&, const PartialDate&) = default;

private:
    PartialDate(int year, int month, int day);

    std::int16_t year_;
    std::int8_t month_;  // 0: not known
    std::int8_t day_;    // 0: not known
};

}  // namespace palermo
