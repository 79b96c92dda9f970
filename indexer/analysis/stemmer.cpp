// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/analysis/stemmer.hpp"

#include <xapian.h>

#include <algorithm>
#include <map>

namespace palermo {
namespace {

std::string language_of(std::string_view tag) { return std::string(tag.substr(0, tag.find_first_of("-_"))); }

}  // namespace

struct Stemmer::Algorithms {
    std::map<std::string, Xapian::Stem, std::less<>> by_language;
};

const std::vector<std::string>& Stemmer::languages() {
    static const std::vector<std::string> codes{"ar", "da", "de", "en", "es", "fi", "fr", "hu",
                                                "it", "nl", "no", "pt", "ro", "ru", "sv", "tr"};
    return codes;
}

Stemmer::Stemmer() : algorithms_(std::make_unique<Algorithms>()) {}
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;
Stemmer::~Stemmer() = default;

std::string Stemmer::stem(const std::string& word, std::string_view lang) {
    const auto language = language_of(lang);
    if (!std::ranges::binary_search(languages(), language)) return {};
    return algorithms_->by_language.try_emplace(language, language).first->second(word);
}

}  // namespace palermo
