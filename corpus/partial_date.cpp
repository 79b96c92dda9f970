// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/partial_date.hpp"

#include "corpus/zero_padded.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace palermo {
namespace {

std::optional<int> digits(std::string_view text, std::size_t width) {
    if (text.size() != width || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

int last_day(int year, int month) {
    using namespace std::chrono;
    const year_month_day_last end{std::chrono::year{year}, month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
    return static_cast<int>(static_cast<unsigned>(end.day()));
}

}  // namespace

PartialDate::PartialDate(int year, int month, int day)
    : year_(static_cast<std::int16_t>(year)), month_(static_cast<std::int8_t>(month)), day_(static_cast<std::int8_t>(day)) {}

std::optional<PartialDate> PartialDate::parse(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    const auto year = digits(text.substr(0, 4), 4);
    if (!year || *year < 1000) return std::nullopt;
    if (text.size() == 4) return PartialDate(*year, 0, 0);

    const auto month = digits(text.substr(5, 2), 2);
    if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
    if (text.size() == 7) return PartialDate(*year, *month, 0);

    const auto day = digits(text.substr(8, 2), 2);
    if (text[7] != '-' || !day || *day < 1 || *day > last_day(*year, *month)) return std::nullopt;
    return PartialDate(*year, *month, *day);
}

std::optional<int> PartialDate::month() const { return month_ == 0 ? std::nullopt : std::optional<int>(month_); }

std::optional<int> PartialDate::day() const { return day_ == 0 ? std::nullopt : std::optional<int>(day_); }

std::string PartialDate::earliest() const {
    return zero_padded(year_, 4) + zero_padded(std::max<int>(month_, 1), 2) + zero_padded(std::max<int>(day_, 1), 2);
}

std::string PartialDate::latest() const {
    const int month = month_ == 0 ? 12 : month_;
    const int day = day_ == 0 ? last_day(year_, month) : day_;
    return zero_padded(year_, 4) + zero_padded(month, 2) + zero_padded(day, 2);
}

std::string PartialDate::to_string() const {
    auto text = zero_padded(year_, 4);
    if (month_ != 0) text += '-' + zero_padded(month_, 2);
    if (day_ != 0) text += '-' + zero_padded(day_, 2);
    return text;
}

}  // namespace palermo
