// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/range_reader.hpp"

#include "corpus/partial_date.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

namespace palermo::query {
namespace {

constexpr unsigned months_in_year = 12;
constexpr unsigned most_months = 1'000 * months_in_year;
constexpr std::string_view life = "life";

std::optional<unsigned> whole_number(std::string_view text) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = !text.empty() && error == std::errc() && end == text.data() + text.size();
    return is_number ? std::optional(number) : std::nullopt;
}

/// One bound in its canonical form: a year, a date, or a number of months.
std::optional<std::string> canonical(RangeName name, std::string_view text) {
    if (name == RangeName::sentence) {
        if (text == life) return std::string(life);
        const bool in_months = text.ends_with('m');
        if (in_months || text.ends_with('y')) text.remove_suffix(1);
        const auto number = whole_number(text);
        const auto most = in_months ? most_months : most_months / months_in_year;
        if (!number || *number > most) return std::nullopt;
        return std::to_string(in_months ? *number : *number * months_in_year);
    }
    const auto date = PartialDate::parse(text);
    if (!date || (name == RangeName::year && date->month())) return std::nullopt;
    return date->to_string();
}

std::string_view example_of(RangeName name) {
    switch (name) {
        case RangeName::year: return "a year or a range of years, such as year:2010..2015";
        case RangeName::date: return "a date or a range of dates, such as date:2010-03..2011";
        case RangeName::sentence: return "a length or a range, such as sentence:>=5y, sentence:18m..10y or sentence:life";
    }
    return "";
}

RangeMistake not_a_range(RangeName name) { return {.message = "This field takes " + std::string(example_of(name)) + ".", .mend = {}}; }

bool is_before(RangeName name, const std::string& left, const std::string& right) {
    if (name != RangeName::sentence) return PartialDate::parse(left)->latest() < PartialDate::parse(right)->earliest();
    const auto months = [](const std::string& text) { return text == life ? std::numeric_limits<unsigned>::max() : *whole_number(text); };
    return months(left) < months(right);
}

/// ">2010" is "from 2011": the next whole year or month. A day has no next one here, so dates take ">=" only.
std::optional<std::string> step(RangeName name, const std::string& bound, int by) {
    if (name == RangeName::date || bound == life) return std::nullopt;
    const auto number = static_cast<long long>(*whole_number(bound)) + by;
    if (name == RangeName::sentence) return number > most_months ? std::nullopt : std::optional(std::to_string(std::max(number, 0LL)));
    const auto text = std::to_string(number);
    return PartialDate::parse(text) ? std::optional(text) : std::nullopt;
}

std::variant<Range, RangeMistake> read_comparison(RangeName name, std::string_view text) {
    const bool greater = text.starts_with('>');
    const bool or_equal = text.size() > 1 && text[1] == '=';
    text.remove_prefix(or_equal ? 2 : 1);
    auto bound = canonical(name, text);
    if (!bound) return not_a_range(name);
    if (!or_equal) {
        const auto next = step(name, *bound, greater ? 1 : -1);
        if (!next)
            return RangeMistake{.message = "Here only >= and <= can be compared with.",
                                .mend = (greater ? ">=" : "<=") + std::string(text)};
        bound = next;
    }
    return greater ? Range{name, *bound, ""} : Range{name, "", *bound};
}

}  // namespace

std::variant<Range, RangeMistake> read_range(RangeName name, std::string_view text) {
    if (text.starts_with('>') || text.starts_with('<')) return read_comparison(name, text);
    const auto dots = text.find("..");
    if (dots == std::string_view::npos) {
        const auto value = canonical(name, text);
        if (!value) return not_a_range(name);
        return Range{name, *value, *value};
    }
    const auto left = text.substr(0, dots);
    const auto right = text.substr(dots + 2);
    Range range{name, "", ""};
    for (const auto& [bound, to] : {std::pair(left, &range.from), std::pair(right, &range.to)}) {
        if (bound.empty()) continue;
        const auto value = canonical(name, bound);
        if (!value) return not_a_range(name);
        *to = *value;
    }
    if (left.empty() && right.empty()) return not_a_range(name);
    if (!left.empty() && !right.empty() && is_before(name, range.to, range.from))
        return RangeMistake{.message = "This range ends before it begins.", .mend = std::string(right) + ".." + std::string(left)};
    return range;
}

}  // namespace palermo::query
