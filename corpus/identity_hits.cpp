// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_hits.hpp"

namespace palermo {
namespace {

bool is_separator(char c) { return std::string_view(" \t.,;:()[]/\"'&").find(c) != std::string_view::npos; }

/// The first character of a word in UTF-8.
std::string_view first_letter(std::string_view word) {
    std::size_t size = 1;
    while (size < word.size() && (static_cast<unsigned char>(word[size]) & 0xC0U) == 0x80U) ++size;
    return word.substr(0, size);
}

}  // namespace

void PublicNames::add(std::string_view name) {
    std::string small;
    append_lower(name, small);
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= small.size(); ++i) {
        if (i < small.size() && !is_separator(small[i])) continue;
        const auto word = std::string_view(small).substr(begin, i - begin);
        begin = i + 1;
        if (word.empty()) continue;
        (word == first_letter(word) ? initials_ : words_).emplace(word);
    }
}

bool PublicNames::has_word(std::string_view word) const {
    std::string small;
    append_lower(word, small);
    return words_.contains(small) || initials_.contains(small);
}

bool PublicNames::has_initial(std::string_view word) const {
    std::string small;
    append_lower(word, small);
    return initials_.contains(first_letter(small));
}

}  // namespace palermo
