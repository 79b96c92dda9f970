// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/country_code.hpp"

#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace palermo {
namespace {

/// Short forms that are no ISO code and no name in ICU's lists.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> usual_countries{
    {{"uk", "GB"}, {"usa", "US"}, {"united states of america", "US"}, {"england", "GB"}, {"holland", "NL"}}};

constexpr std::size_t alpha_3 = 3;

bool is_same_code(std::string_view small, std::string_view capital) {
    return std::ranges::equal(small, capital, {}, {}, [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
}

}  // namespace

std::optional<std::string> country_called(std::string_view words) {
    const auto* const usual = std::ranges::find(usual_countries, words, &std::pair<std::string_view, std::string_view>::first);
    if (usual != usual_countries.end()) return std::string(usual->second);
    if (words.size() != alpha_3) return std::nullopt;
    for (const auto* country = uloc_getISOCountries(); *country != nullptr; ++country) {
        if (is_same_code(words, icu::Locale("", *country).getISO3Country())) return std::string(*country);
    }
    return std::nullopt;
}

}  // namespace palermo
