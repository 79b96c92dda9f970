// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/normalizer.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <stdexcept>

namespace palermo {
namespace {

constexpr UChar32 tatweel = 0x0640;
constexpr UChar32 alef = 0x0627;
constexpr UChar32 yeh = 0x064A;

const icu::Normalizer2& case_fold() {
    auto status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (normalizer == nullptr) throw std::runtime_error("ICU has no normalization data");
    return *normalizer;
}

const icu::Normalizer2& decompose() {
    auto status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFDInstance(status);
    if (normalizer == nullptr) throw std::runtime_error("ICU has no normalization data");
    return *normalizer;
}

UScriptCode script_of(UChar32 character) {
    auto status = U_ZERO_ERROR;
    return uscript_getScript(character, &status);
}

bool folds_accents(UChar32 letter) {
    const auto script = script_of(letter);
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK;
}

UChar32 fold_letter(UChar32 character) {
    switch (character) {
        case 0x0622:  // alef with madda
        case 0x0623:  // alef with hamza above
        case 0x0625:  // alef with hamza below
        case 0x0671:  // alef wasla
            return alef;
        case 0x0649:  // alef maksura
            return yeh;
        case 0x0451:  // Cyrillic yo
            return 0x0435;
        default: return character;
    }
}

/// Marks follow their letter: a decomposed letter of a script that folds loses them, of another keeps them.
icu::UnicodeString without_accents(const icu::UnicodeString& text) {
    auto status = U_ZERO_ERROR;
    const auto decomposed = decompose().normalize(text, status);
    icu::UnicodeString plain;
    UChar32 base = 0;
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const auto character = decomposed.char32At(i);
        const bool is_mark = u_charType(character) == U_NON_SPACING_MARK;
        if (!is_mark) base = character;
        if (!is_mark || !folds_accents(base)) plain.append(character);
    }
    return plain;
}

bool is_plain_ascii(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

std::string fold_word(std::string_view word) {
    std::string folded;
    if (is_plain_ascii(word)) {
        // By far the most words, and folding them is only lower case.
        folded.resize(word.size());
        std::ranges::transform(word, folded.begin(), to_lower);
        return folded;
    }
    auto status = U_ZERO_ERROR;
    const auto text =
        case_fold().normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size()))), status);
    icu::UnicodeString letters;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const auto character = text.char32At(i);
        const bool is_arabic_mark = u_charType(character) == U_NON_SPACING_MARK && (character >= 0x064B && character <= 0x0670);
        if (character != tatweel && !is_arabic_mark) letters.append(fold_letter(character));
    }
    const auto plain = without_accents(letters);
    auto compose_status = U_ZERO_ERROR;
    case_fold().normalize(plain, compose_status).toUTF8String(folded);
    return folded;
}

}  // namespace palermo
