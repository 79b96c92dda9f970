// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/plain_words.hpp"

#include <array>
#include <cstdint>

namespace palermo {
namespace {

/// Word_Break classes, as far as plain text has them.
enum class Class : std::uint8_t { foreign, space, other, letter, digit, joiner, middle, number_middle };

struct Character {
    Class kind = Class::foreign;
    std::uint8_t size = 1;
};

constexpr std::array<Class, 128> make_ascii_classes() {
    std::array<Class, 128> classes{};
    for (auto& kind : classes) kind = Class::other;
    for (char c = 'a'; c <= 'z'; ++c) classes[static_cast<unsigned char>(c)] = Class::letter;
    for (char c = 'A'; c <= 'Z'; ++c) classes[static_cast<unsigned char>(c)] = Class::letter;
    for (char c = '0'; c <= '9'; ++c) classes[static_cast<unsigned char>(c)] = Class::digit;
    for (const char c : {' ', '\t', '\n', '\v', '\f', '\r'}) classes[static_cast<unsigned char>(c)] = Class::space;
    // ICU reads @ as a letter: an address is one word.
    classes['@'] = Class::letter;
    classes['_'] = Class::joiner;
    classes['.'] = classes['\''] = Class::middle;
    classes[','] = classes[';'] = Class::number_middle;
    // Line ends in the middle of a word and other control characters are rare enough to be left to ICU.
    classes[0] = Class::foreign;
    return classes;
}

constexpr auto ascii_classes = make_ascii_classes();

/// U+00A0 to U+00FF behind the byte C2 or C3: the signs of which nothing depends on their neighbours, and the letters.
Class latin_1(unsigned char lead, unsigned char trail) {
    if (lead == 0xC3) return trail == 0x97 || trail == 0xB7 ? Class::other : Class::letter;
    return trail == 0xA0 || trail == 0xA7 || trail == 0xAB || trail == 0xBB || trail == 0xB0 ? Class::other : Class::foreign;
}

/// Dashes, quotation marks and the ellipsis of U+2013 to U+2026 behind the bytes E2 80.
Class punctuation(unsigned char last) {
    if (last == 0x98 || last == 0x99) return Class::middle;
    return last == 0x93 || last == 0x94 || (last >= 0x9A && last <= 0x9E) || last == 0xA6 ? Class::other : Class::foreign;
}

Character beyond_ascii(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
    const auto lead = static_cast<unsigned char>(text[at]);
    const auto trail = static_cast<unsigned char>(byte(1));
    if ((trail & 0xC0U) != 0x80U) return {};
    if (lead == 0xC2 || lead == 0xC3) return {latin_1(lead, trail), 2};
    // Latin Extended-A; Cyrillic up to U+047F: letters throughout.
    if (lead == 0xC4 || lead == 0xC5 || lead == 0xD0 || lead == 0xD1) return {Class::letter, 2};
    if (lead == 0xE2 && trail == 0x80) return {punctuation(static_cast<unsigned char>(byte(2))), 3};
    return {};
}

/// Small, so that it is compiled into the loops: nearly all bytes are ASCII.
inline Character character_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    return lead < 0x80 ? Character{ascii_classes[lead], 1} : beyond_ascii(text, at);
}

bool is_core(Class kind) { return kind == Class::letter || kind == Class::digit || kind == Class::joiner; }

/// Rules WB6, 7, 11 and 12: a dot or an apostrophe inside a word or a number, a comma inside a number.
bool joins(Class before, Class sign, Class after) {
    if (sign == Class::middle) return before == after && (before == Class::letter || before == Class::digit);
    return sign == Class::number_middle && before == Class::digit && after == Class::digit;
}

}  // namespace

std::optional<std::size_t> plain_run(std::string_view text, std::size_t begin) {
    auto at = begin;
    while (at < text.size()) {
        const auto character = character_at(text, at);
        if (character.kind == Class::space) break;
        if (character.kind == Class::foreign) return std::nullopt;
        at += character.size;
    }
    return at;
}

bool is_plain(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto character = character_at(text, at);
        if (character.kind == Class::foreign) return false;
        at += character.size;
    }
    return true;
}

void append_plain_words(std::string_view text, std::size_t begin, std::size_t end, std::vector<WordSpan>& words) {
    const auto run = text.substr(0, end);
    for (auto at = begin; at < end;) {
        auto character = character_at(run, at);
        if (!is_core(character.kind)) {
            at += character.size;
            continue;
        }
        const auto word = at;
        auto last = character.kind;
        while (at < end) {
            character = character_at(run, at);
            if (is_core(character.kind)) {
                last = character.kind;
                at += character.size;
                continue;
            }
            const auto next = at + character.size;
            if (next >= end || !joins(last, character.kind, character_at(run, next).kind)) break;
            at = next;
        }
        // A single underscore is a sign, a line of them a word.
        const bool is_sign = last == Class::joiner && at - word == 1;
        if (!is_sign) words.push_back({static_cast<std::uint32_t>(word), static_cast<std::uint32_t>(at)});
    }
}

}  // namespace palermo
