// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/nearness.hpp"

#include <array>
#include <charconv>

namespace palermo::query {
namespace {

struct Spelling {
    std::string_view begins;
    bool ordered;
};

/// Longest first where one begins another.
constexpr std::array<Spelling, 10> spellings{{{"NEAR/", false},
                                              {"ADJ/", true},
                                              {"within/", false},
                                              {"pre/", true},
                                              {"PRE/", true},
                                              {"w/", false},
                                              {"W/", false},
                                              {"/", false},
                                              {"+/", true},
                                              {"+", true}}};

/// "s", "p" or a number, and nothing else.
std::optional<Near> read_measure(std::string_view text, bool ordered) {
    if (text == "s" || text == "S") return Near{Near::Unit::sentence, 0, ordered, {}};
    if (text == "p" || text == "P") return Near{Near::Unit::paragraph, 0, ordered, {}};
    constexpr std::size_t most_digits = 6;
    unsigned distance = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), distance);
    const bool is_number = !text.empty() && text.size() <= most_digits && error == std::errc() && end == text.data() + text.size();
    return is_number ? std::optional(Near{Near::Unit::words, distance, ordered, {}}) : std::nullopt;
}

}  // namespace

std::optional<Near> read_nearness(std::string_view word) {
    if (word == "NEAR" || word == "ADJ") return Near{Near::Unit::words, usual_distance, word == "ADJ", {}};
    for (const auto& spelling : spellings) {
        if (!word.starts_with(spelling.begins)) continue;
        return read_measure(word.substr(spelling.begins.size()), spelling.ordered);
    }
    return std::nullopt;
}

}  // namespace palermo::query
