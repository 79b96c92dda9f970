// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/completion_key.hpp"

#include "indexer/analysis/normalizer.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace palermo {
namespace {

/// Letters and digits with the marks on them, and the invisible characters that may stand between them.
bool is_part_of_word(UChar32 character) {
    if (character < 0x80)
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9');
    return u_isalnum(character) != 0 || (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0 ||
           u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

std::vector<WordSpan> word_runs(std::string_view text) {
    std::vector<WordSpan> runs;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        UChar32 character = 0;
        U8_NEXT_OR_FFFD(bytes, at, text.size(), character);
        const bool belongs = is_part_of_word(character);
        if (belongs && !inside) runs.push_back({static_cast<std::uint32_t>(begin), 0});
        if (belongs) runs.back().end = static_cast<std::uint32_t>(at);
        inside = belongs;
    }
    return runs;
}

bool is_significant(std::string_view word) { return word.size() > 1 && word != "vs"; }

}  // namespace

std::string completion_key(std::string_view text) {
    std::string key;
    for (const auto run : word_runs(text)) {
        const auto word = fold_word(text.substr(run.begin, run.end - run.begin));
        if (!key.empty() && !word.empty()) key += ' ';
        key += word;
    }
    return key;
}

std::string citation_key(std::string_view text) {
    auto key = completion_key(text);
    std::erase(key, ' ');
    return key;
}

std::vector<std::size_t> key_starts(std::string_view key) {
    std::vector<std::size_t> starts;
    for (std::size_t begin = 0; begin < key.size() && starts.size() < max_key_starts;) {
        const auto end = std::min(key.find(' ', begin), key.size());
        if (begin == 0 || is_significant(key.substr(begin, end - begin))) starts.push_back(begin);
        begin = end + 1;
    }
    return starts;
}

std::optional<WordSpan> word_being_typed(std::string_view text) {
    const auto runs = word_runs(text);
    if (runs.empty() || runs.back().end != text.size()) return std::nullopt;
    return runs.back();
}

}  // namespace palermo
