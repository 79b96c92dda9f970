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
        case 0x00F8:  // o with stroke
            return 'o';
        case 0x0142:  // l with stroke
            return 'l';
        case 0x0111:  // d with stroke
            return 'd';
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

/// "r.a" and "u.s.c" are abbreviations: one letter, a dot, one letter, and so on.
bool is_dotted_abbreviation(const icu::UnicodeString& word) {
    if (word.countChar32() % 2 == 0 || word.countChar32() < 3) return false;
    bool letter_is_due = true;
    for (std::int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1), letter_is_due = !letter_is_due) {
        const auto character = word.char32At(i);
        if (letter_is_due ? u_isalpha(character) == 0 : character != '.') return false;
    }
    return true;
}

bool may_be_dotted(std::string_view word) { return word.size() >= 3 && word.find('.') != std::string_view::npos; }

void join_dotted(std::string& word) {
    if (may_be_dotted(word) && is_dotted_abbreviation(icu::UnicodeString::fromUTF8(word))) std::erase(word, '.');
}

UChar32 fold_sign(UChar32 character) {
    if (character == 0x2019 || character == 0x02BC) return '\'';
    const auto digit = u_charDigitValue(character);
    return digit >= 0 ? '0' + digit : character;
}

icu::UnicodeString folded_signs(std::string_view word) {
    auto status = U_ZERO_ERROR;
    const auto text =
        case_fold().normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size()))), status);
    icu::UnicodeString letters;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const auto character = text.char32At(i);
        const bool is_arabic_mark = u_charType(character) == U_NON_SPACING_MARK && (character >= 0x064B && character <= 0x0670);
        if (character != tatweel && !is_arabic_mark) letters.append(fold_sign(character));
    }
    return letters;
}

icu::UnicodeString folded_letters(const icu::UnicodeString& text) {
    icu::UnicodeString letters;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        switch (const auto character = text.char32At(i)) {
            case 0x0153: letters.append(u"oe", 2); break;
            case 0x00E6: letters.append(u"ae", 2); break;
            default: letters.append(fold_letter(character));
        }
    }
    auto status = U_ZERO_ERROR;
    return case_fold().normalize(without_accents(letters), status);
}

}  // namespace

FoldedWord fold(std::string_view word) {
    FoldedWord folded;
    if (is_plain_ascii(word)) {
        // By far the most words, and folding them is only lower case.
        folded.exact.resize(word.size());
        std::ranges::transform(word, folded.exact.begin(), to_lower);
        join_dotted(folded.exact);
        folded.word = folded.exact;
        return folded;
    }
    const auto signs = folded_signs(word);
    signs.toUTF8String(folded.exact);
    folded_letters(signs).toUTF8String(folded.word);
    join_dotted(folded.exact);
    join_dotted(folded.word);
    return folded;
}

std::string fold_case(std::string_view word) { return fold(word).exact; }

std::string fold_word(std::string_view word) { return fold(word).word; }

}  // namespace palermo
