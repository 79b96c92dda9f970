// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/english_text.hpp"

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

constexpr std::size_t vocabulary = 30'000;
/// Mandelbrot's shift: the very first words of a language are less frequent than Zipf's law alone would have them.
constexpr double shift = 2.7;

constexpr std::array<std::string_view, 5> prefixes{"", "re", "un", "non", "over"};
constexpr std::array<std::string_view, 13> suffixes{"",     "s",     "ed",   "ing",  "er",    "ers",   "ly",
                                                    "ment", "ments", "ness", "able", "ation", "ations"};
constexpr std::array<std::string_view, 12> syllables{"ka", "mo", "ren", "ta", "vil", "son", "der", "li", "bach", "ros", "no", "wick"};

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
        if (!word.empty() && is_lower) ++counts[word];
        word.clear();
        if (c == '<' || c == '>') inside_tag = c == '<';
    }
}

std::vector<std::string> words_of(const std::filesystem::path& cases) {
    std::map<std::string, std::size_t> counts;
    for (const auto& entry : std::filesystem::directory_iterator(cases)) {
        if (entry.path().extension() == ".xml") count_words(read(entry.path()), counts);
    }
    if (counts.empty()) throw std::runtime_error(cases.string() + " has no cases.");
    std::vector<std::string> words;
    for (const auto& [word, count] : counts) words.push_back(word);
    std::ranges::stable_sort(words, std::greater<>(), [&](const std::string& word) { return counts[word]; });
    return words;
}

/// The words, and behind them their inflections until the vocabulary is full.
std::vector<std::string> with_inflections(std::vector<std::string> words) {
    const auto roots = words.size();
    std::set<std::string> known(words.begin(), words.end());
    for (const auto prefix : prefixes) {
        for (const auto suffix : suffixes) {
            for (std::size_t root = 0; root < roots && words.size() < vocabulary; ++root) {
                if (words[root].size() < 4) continue;
                auto inflected = std::string(prefix) + words[root] + std::string(suffix);
                if (known.insert(inflected).second) words.push_back(std::move(inflected));
            }
        }
    }
    return words;
}

std::string capitalized(std::string word) {
    if (word.front() >= 'a' && word.front() <= 'z') word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

}  // namespace

EnglishText::EnglishText(const std::filesystem::path& cases, std::uint64_t seed)
    : random_(seed), words_(with_inflections(words_of(cases))) {
    double sum = 0;
    for (std::size_t rank = 1; rank <= words_.size(); ++rank) sums_.push_back(sum += 1 / (static_cast<double>(rank) + shift));
}

// The library's distributions are not the same everywhere; these are.
double EnglishText::share() { return static_cast<double>(random_() >> 11U) / 9007199254740992.0; }
std::size_t EnglishText::below(std::size_t limit) { return static_cast<std::size_t>(share() * static_cast<double>(limit)); }

const std::string& EnglishText::word() {
    const auto found = std::ranges::lower_bound(sums_, share() * sums_.back());
    return words_[static_cast<std::size_t>(found - sums_.begin())];
}

std::string EnglishText::name() {
    std::string made;
    for (auto left = 2 + below(2); left > 0; --left) made += syllables[below(syllables.size())];
    return capitalized(made);
}

std::string EnglishText::number() { return std::to_string(1 + below(share() < 0.5 ? 30 : 3'000)); }

std::string EnglishText::citation() {
    switch (below(4)) {
        case 0: return "R. v. " + name() + " [" + std::to_string(1980 + below(45)) + "] EWCA Crim " + number();
        case 1: return "Art. " + number() + "(" + std::to_string(1 + below(9)) + ")";
        case 2: return "No. " + number() + "/" + number();
        default: return std::string("Mr. ") + static_cast<char>('A' + below(26)) + ". " + name();
    }
}

/// What stands between two blanks: mostly a word.
std::string EnglishText::piece() {
    const auto kind = share();
    if (kind < 0.92) return word();
    if (kind < 0.95) return name();
    if (kind < 0.965) return number();
    if (kind < 0.975) return word() + "-" + word();
    if (kind < 0.982) return word() + "\u2019s";
    if (kind < 0.987) return "\u201C" + word() + " " + word() + "\u201D";
    if (kind < 0.99) return "\u2013 " + word();
    if (kind < 0.993) return "(" + word() + " " + word() + ")";
    return citation();
}

std::string EnglishText::sentence() {
    auto made = capitalized(word());
    for (auto left = 6 + below(30); left > 0; --left) made += (share() < 0.07 ? ", " : " ") + piece();
    return made + (share() < 0.02 ? "?" : ".");
}

std::string EnglishText::next(std::size_t bytes) {
    auto text = sentence();
    while (text.size() < bytes) text += (share() < 0.2 ? "\n" : " ") + sentence();
    return text;
}

}  // namespace palermo::bench
