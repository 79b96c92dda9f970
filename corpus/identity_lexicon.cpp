// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_lexicon.hpp"

#include "corpus/facet_label.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>

namespace palermo {
namespace {

constexpr std::array<std::string_view, 7> spoken{"en", "fr", "es", "ru", "ar", "de", "it"};

/// Endings that make an English adjective of a country's name without its last vowels, and those adjectives that are made otherwise.
constexpr std::array<std::string_view, 10> english_endings{"an", "ian", "ese", "i", "ish", "n", "ans", "ians", "is", "ns"};
constexpr std::array<std::string_view, 28> english_adjectives{
    "thai",    "thais",   "filipino", "filipina", "polish", "french",   "dutch",   "spanish", "german",    "ghanaian",
    "burmese", "british", "greek",    "turkish",  "swiss",  "swedish",  "finnish", "danish",  "norwegian", "czech",
    "slovak",  "afghan",  "english",  "scottish", "irish",  "american", "lao",     "european"};

template <class Visit>
void for_each_word(std::string_view list, Visit visit) {
    while (!list.empty()) {
        const auto end = std::min(list.find(' '), list.size());
        if (end > 0) visit(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

std::string lower(std::string_view text) {
    std::string out;
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))
        .toLower(icu::Locale::getRoot())
        .toUTF8String(out);
}

/// "nigeria" without its last vowels: "niger".
std::string without_last_vowels(const std::string& name) {
    const auto text = icu::UnicodeString::fromUTF8(name);
    const auto vowels = icu::UnicodeString::fromUTF8("aeiouéíáаеиоуыэюяйьاي");
    auto length = text.length();
    while (length > 1 && vowels.indexOf(text.charAt(length - 1)) >= 0) --length;
    std::string out;
    return text.tempSubString(0, length).toUTF8String(out);
}

std::string without_last_letter(const std::string& text) {
    auto end = text.size() - 1;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

IdentityLexicon::IdentityLexicon(std::string_view lang)
    : shortest_stem_(std::numeric_limits<std::size_t>::max()), capitals_tell_(lang != "de") {
    const bool known = std::ranges::find(spoken, lang) != spoken.end();
    for (const auto& list : identity_word_lists()) {
        if (list.lang.empty() || (known ? list.lang == lang : list.lang != "de")) add_list(list);
    }
    for (const auto one : spoken) {
        if (known ? one == lang : one != "de") add_countries(std::string(one));
    }
}

void IdentityLexicon::add_list(const IdentityWordList& list) {
    for_each_word(list.words, [&](std::string_view word) {
        if (word.ends_with('*'))
            add_stem(word.substr(0, word.size() - 1), list.classes);
        else
            words_[std::string(word)] |= list.classes;
    });
}

void IdentityLexicon::add_stem(std::string_view stem, WordClasses classes) {
    stems_[std::string(stem)] |= classes;
    shortest_stem_ = std::min(shortest_stem_, stem.size());
    longest_stem_ = std::max(longest_stem_, stem.size());
}

void IdentityLexicon::add_countries(const std::string& lang) {
    constexpr auto both = word::country | word::origin;
    if (lang == "en") {
        for (const auto adjective : english_adjectives) words_[std::string(adjective)] |= both;
    }
    for (const auto& code : facet_codes(Facet::jurisdiction)) {
        if (!is_country(code)) continue;
        const auto name = lower(country_name(code, lang));
        // Of "Dominican Republic" the single words say too little, and "Chad" and its like are first names.
        if (name.find_first_of(" -(&'") != std::string::npos || letters(name) < 4) continue;
        words_[name] |= word::country;
        const auto stem = without_last_vowels(name);
        if (lang == "en") {
            for (const auto ending : english_endings) words_[stem + std::string(ending)] |= both;
        } else if (letters(stem) >= 4) {
            // "Roumanie", "roumaine": of a long name the last letter may change too.
            add_stem(letters(stem) > 5 ? without_last_letter(stem) : stem, word::origin);
        }
    }
}

WordClasses IdentityLexicon::find(std::string_view word) const {
    WordClasses classes = 0;
    if (const auto found = words_.find(word); found != words_.end()) classes = found->second;
    const bool is_country_itself = (classes & word::country) != 0 && (classes & word::origin) == 0;
    for (auto length = shortest_stem_; length <= std::min(longest_stem_, word.size()); ++length) {
        // A stem ends with a letter, never inside one.
        if (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xC0U) == 0x80U) continue;
        if (const auto found = stems_.find(word.substr(0, length)); found != stems_.end()) classes |= found->second;
    }
    return is_country_itself ? classes & ~word::origin : classes;
}

WordClasses IdentityLexicon::classes_of(std::string_view word) const {
    const auto classes = find(word);
    // Arabic letters are two bytes and begin with these.
    if (classes != 0 || word.size() < 8 || static_cast<unsigned char>(word[0]) < 0xD8U || static_cast<unsigned char>(word[0]) > 0xDBU) {
        return classes;
    }
    for (const std::string_view prefix : {"وال", "بال", "فال", "ال", "لل", "و", "ف", "ب", "ل"}) {
        if (!word.starts_with(prefix) || word.size() < prefix.size() + 4) continue;
        if (const auto inner = find(word.substr(prefix.size())); inner != 0) return inner;
    }
    return 0;
}

}  // namespace palermo
