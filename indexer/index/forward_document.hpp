// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/packed_words.hpp"
#include "indexer/index/word_set.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace palermo {

/// One text of a document: a paragraph, a title, a name. In each field the first word has position 1, and layout::paragraph_gap lies
/// between two texts.
struct ForwardRun {
    std::size_t field = 0;
    std::uint32_t first_word = 0;  ///< of the document's words
    std::uint32_t size = 0;
    std::uint32_t first_position = 0;
};

/// A word whose number is no code, and where it stands among the document's words.
struct RareWord {
    std::uint32_t word = 0;
    std::uint32_t place = 0;
};

/// The words of one document in their order. Points into the index it was read from.
class ForwardDocument {
public:
    ForwardDocument() = default;
    ForwardDocument(std::vector<ForwardRun> runs, std::string_view sentences, const PackedWords& codes, std::vector<RareWord> rare)
        : runs_(std::move(runs)), sentences_(sentences), codes_(codes), rare_(std::move(rare)) {}

    [[nodiscard]] const std::vector<ForwardRun>& runs() const { return runs_; }
    /// Whoever will ask for the positions of several sets, and for no other words, says so: a document whose words stand in their order is
    /// then read once for all of them.
    void narrow_to(std::span<const WordSet* const> sets);
    /// Whether that can be of use.
    [[nodiscard]] bool is_in_order() const { return !codes_.are_by_code(); }
    /// Where any of the words stands, ascending.
    [[nodiscard]] std::vector<std::uint32_t> positions(const WordSet& set) const;
    /// The numbers of all words.
    [[nodiscard]] std::vector<std::uint32_t> words() const;
    /// Which of the words begin a sentence; known of the body only.
    [[nodiscard]] std::vector<std::uint32_t> sentences() const;

    /// Positions in the body.
    [[nodiscard]] std::vector<std::uint32_t> sentence_starts() const;
    [[nodiscard]] std::vector<std::uint32_t> paragraph_starts() const;

private:
    /// Not the rare ones.
    struct PickedWords {
        std::vector<std::uint16_t> codes;
        std::vector<std::uint32_t> places;  ///< of each among the document's words
    };

    /// Where any of the words stands among the document's words, ascending; in whatever field.
    [[nodiscard]] std::vector<std::uint32_t> places_of(const WordSet& set) const;

    std::vector<ForwardRun> runs_;
    std::string_view sentences_;  ///< as packed_document.hpp has them
    PackedWords codes_;
    std::vector<RareWord> rare_;  ///< one for each rare_code, by their places
    std::optional<PickedWords> picked_;
};

}  // namespace palermo
