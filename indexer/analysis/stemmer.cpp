// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/stemmer.hpp"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace palermo {
namespace {

/// Enough for the vocabulary of a day's texts; when full it is emptied, which costs less than knowing the oldest word.
constexpr std::size_t max_cached_stems = 50'000;

struct LanguageStems {
    explicit LanguageStems(const std::string& language) : stem(language) {}

    Xapian::Stem stem;
    std::unordered_map<std::string, std::string> known;
};

std::string language_of(std::string_view tag) { return std::string(tag.substr(0, tag.find_first_of("-_"))); }

}  // namespace

struct Stemmer::Cache {
    std::map<std::string, LanguageStems, std::less<>> languages;
};

const std::vector<std::string>& Stemmer::languages() {
    static const std::vector<std::string> codes{"ar", "da", "de", "en", "es", "fi", "fr", "hu",
                                                "it", "nl", "no", "pt", "ro", "ru", "sv", "tr"};
    return codes;
}

Stemmer::Stemmer() : cache_(std::make_unique<Cache>()) {}
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;
Stemmer::~Stemmer() = default;

std::string Stemmer::stem(const std::string& word, std::string_view lang) {
    const auto language = language_of(lang);
    if (!std::ranges::binary_search(languages(), language)) return {};
    auto& stems = cache_->languages.try_emplace(language, language).first->second;
    if (const auto known = stems.known.find(word); known != stems.known.end()) return known->second;
    if (stems.known.size() >= max_cached_stems) stems.known.clear();
    return stems.known.emplace(word, stems.stem(word)).first->second;
}

}  // namespace palermo
