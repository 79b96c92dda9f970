// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_words.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <array>
#include <functional>
#include <string>
#include <string_view>

namespace palermo {

/// The words of one language that mean something to the lint, the names of countries among them. Immutable once built.
class IdentityLexicon {
public:
    /// `lang` is one of en, fr, es, ru, ar, de, it; anything else gets the words of all of them, except what only German capitals tell.
    explicit IdentityLexicon(std::string_view lang);

    /// What a word in small letters means; 0 for most. Arabic articles and conjunctions written onto it are looked through.
    [[nodiscard]] WordClasses classes_of(std::string_view word) const;

    /// True where a capital letter inside a sentence tells a name from a noun: not in German.
    [[nodiscard]] bool capitals_tell() const { return capitals_tell_; }

private:
    struct Hash {
        using is_transparent = void;
        using is_avalanching = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Table = boost::unordered_flat_map<std::string, WordClasses, Hash, std::equal_to<>>;

    void add_list(const IdentityWordList& list);
    void add_countries(const std::string& lang);
    void add_stem(std::string_view stem, WordClasses classes);
    [[nodiscard]] WordClasses find(std::string_view word) const;

    Table words_;
    Table stems_;
    std::size_t shortest_stem_ = 0;
    std::size_t longest_stem_ = 0;
    bool capitals_tell_;
};

}  // namespace palermo
