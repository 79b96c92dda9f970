// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/elision.hpp"

#include <algorithm>
#include <array>

namespace palermo {
namespace {

/// Of the languages that elide: the others' boundaries are the same but for that.
constexpr std::string_view eliding_language = "fr";

constexpr std::array<std::string_view, 7> english_endings{"d", "ll", "m", "re", "s", "t", "ve"};

}  // namespace

std::size_t elided_article(std::string_view word, Analyzer& analyzer) {
    if (word.find('\'') == std::string_view::npos && word.find("\xE2\x80\x99") == std::string_view::npos) return 0;
    const auto parts = analyzer.analyze(word, eliding_language);
    if (parts.size() != 2 || std::ranges::find(english_endings, parts.back().word) != english_endings.end()) return 0;
    return parts.back().begin;
}

}  // namespace palermo
