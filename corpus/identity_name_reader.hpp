// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/identity_hits.hpp"
#include "corpus/identity_token_reader.hpp"

#include <cstddef>
#include <optional>

namespace palermo {

struct NameQuestion {
    const TokenizedText& text;
    const PublicNames& public_names;
    bool capitals_tell = true;  ///< false in German, where every noun has a capital
};

/// What may be a name in a text, where it ends, and which one stands before a place: shared by those who look for the names of victims and
/// of their relatives.
class NameReader : public TokenReader {
public:
    explicit NameReader(const NameQuestion& question) : TokenReader(question.text), question_(question) {}

    [[nodiscard]] bool capitals_tell() const { return question_.capitals_tell; }
    [[nodiscard]] bool is_public_word(std::size_t i) const { return question_.public_names.has_word(spelled(i)); }

    [[nodiscard]] bool is_comma(std::size_t i) const { return is_mark(i, U",،"); }
    [[nodiscard]] bool is_apostrophe(std::size_t i) const { return is_mark(i, U"'’"); }

    /// Behind titles at `i` that have a name behind them; the M. of "(M.)" has none.
    [[nodiscard]] std::size_t skip_titles(std::size_t i) const;
    /// Behind the last word of the name that begins at `i`; nothing when none does, or only what is public already. `introduced`: something
    /// says that a name comes, so that it may be a month's or a country's too.
    [[nodiscard]] std::optional<std::size_t> name_end(std::size_t i, bool introduced) const;
    /// How many words with a capital lie in [begin, end).
    [[nodiscard]] std::size_t words_in(std::size_t begin, std::size_t end) const;
    /// Where the words with capitals that end before `end` begin, behind their titles; `end` when there are none.
    [[nodiscard]] std::size_t name_before(std::size_t end) const;
    /// The same, when it is a name of `least` words or with a title that begins a sentence.
    [[nodiscard]] std::optional<std::size_t> opening_name(std::size_t end, std::size_t least) const;
    /// Whether what begins at `begin` is a party of a case: "R v Tang, the victim, ...".
    [[nodiscard]] bool is_case_name(std::size_t begin) const;
    /// True for a word that stands with a comma before a sentence: "Fortunately, ...".
    [[nodiscard]] bool is_opener(std::size_t i) const;

private:
    [[nodiscard]] bool can_be_name(std::size_t i, bool introduced) const;
    [[nodiscard]] bool is_public(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool has_title(std::size_t i) const;

    const NameQuestion& question_;
};

/// Words for victims, and for those who in these cases most often are some.
inline constexpr WordClasses somebody = word::victim | word::person | word::people;

}  // namespace palermo
