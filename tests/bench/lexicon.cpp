// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/lexicon.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace palermo::bench {
namespace {

/// The very first words of a language are less frequent than Zipf's law alone would have them.
constexpr double shift = 2.7;
/// What is longer is part of an address.
constexpr std::size_t longest = 15;

constexpr std::array<std::string_view, 5> prefixes{"", "re", "un", "non", "over"};
constexpr std::array<std::string_view, 13> suffixes{"",     "s",     "ed",   "ing",  "er",    "ers",   "ly",
                                                    "ment", "ments", "ness", "able", "ation", "ations"};
constexpr std::array<std::string_view, 24> roots{"cer",  "dict", "fac",  "grav", "jur",  "lig", "man",  "mod",
                                                 "nov",  "port", "quer", "rog",  "scr",  "sec", "sol",  "spec",
                                                 "stru", "tang", "tend", "tor",  "trib", "val", "vert", "voc"};
constexpr std::array<std::string_view, 40> syllables{"ka",  "mo",   "ren", "ta",  "vil", "son", "der", "li",  "bach", "ros",
                                                     "no",  "wick", "an",  "be",  "dor", "el",  "fi",  "gar", "han",  "is",
                                                     "jo",  "kov",  "lan", "mar", "nev", "o",   "pa",  "qui", "ru",   "sa",
                                                     "tor", "ul",   "ven", "wan", "ya",  "zo",  "chi", "né",  "ić",   "stein"};

std::string read(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Counts the lower-case words between the tags.
void count_words(std::string_view xml, std::map<std::string, std::size_t>& counts) {
    bool inside_tag = false;
    std::string word;
    for (const char c : xml) {
        if (!inside_tag && is_letter(c)) {
            word += c;
            continue;
        }
        const bool is_lower = std::ranges::all_of(word, [](char letter) { return letter >= 'a'; });
        if (!word.empty() && word.size() <= longest && is_lower) ++counts[word];
        word.clear();
        if (c == '<' || c == '>') inside_tag = c == '<';
    }
}

std::vector<std::string> words_of(const std::filesystem::path& cases) {
    std::map<std::string, std::size_t> counts;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(cases)) {
        if (entry.path().extension() == ".xml") count_words(read(entry.path()), counts);
    }
    if (counts.empty()) throw std::runtime_error(cases.string() + " has no cases.");
    std::vector<std::string> words;
    for (const auto& [word, count] : counts) words.push_back(word);
    std::ranges::stable_sort(words, std::greater<>(), [&](const std::string& word) { return counts[word]; });
    return words;
}

/// Adds the inflections of the words until there are `size`.
void add_inflections(std::vector<std::string>& words, std::size_t size) {
    const auto given = words.size();
    std::set<std::string> known(words.begin(), words.end());
    for (const auto prefix : prefixes) {
        for (const auto suffix : suffixes) {
            for (std::size_t i = 0; i < given && words.size() < size; ++i) {
                if (words[i].size() < 4 || words[i].size() > 9) continue;
                auto inflected = std::string(prefix) + words[i] + std::string(suffix);
                if (known.insert(inflected).second) words.push_back(std::move(inflected));
            }
        }
    }
}

/// Adds coined words until there are `size`: the number of the word written in roots.
void add_coined(std::vector<std::string>& words, std::size_t size) {
    for (std::size_t number = roots.size(); words.size() < size; ++number) {
        std::string coined;
        for (auto left = number; left > 0; left /= roots.size()) coined += std::string(roots[left % roots.size()]) + 'i';
        words.push_back(coined + std::string(suffixes[number % suffixes.size()]));
    }
}

std::vector<std::string> make_words(const std::filesystem::path& cases, std::size_t size) {
    auto words = words_of(cases);
    add_inflections(words, size);
    add_coined(words, size);
    return words;
}

}  // namespace

Lexicon::Lexicon(const std::filesystem::path& cases, std::size_t size, double rare)
    : words_(make_words(cases, size)), ranks_(words_.size(), shift, rare), syllables_(syllables.size(), shift) {}

std::string Lexicon::name(Random& random) const {
    std::string made;
    for (auto left = random.between(2, 4); left > 0; --left) made += syllables[syllables_.pick(random)];
    return capitalized(made);
}

std::string capitalized(std::string word) {
    if (word.front() >= 'a' && word.front() <= 'z') word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

}  // namespace palermo::bench
