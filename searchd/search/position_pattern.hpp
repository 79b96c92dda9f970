// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/forward_index.hpp"
#include "searchd/search/deadline.hpp"
#include "searchd/search/word_sets.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace palermo {

/// What must stand where, over the positions of one text field: the part of a query that posting lists alone cannot answer. Matching and
/// highlighting read the same pattern, so what is marked is what matched.
struct PositionPattern {
    enum class Kind {
        terms,      ///< one word in any of these forms
        any,        ///< one of the parts
        phrase,     ///< the parts one behind the other
        near,       ///< two parts at most `distance` words apart
        sentence,   ///< two parts in one sentence
        paragraph,  ///< two parts in one paragraph
    };

    Kind kind = Kind::terms;
    std::vector<std::string> terms;     ///< of one text field: stems' or words as written (see layout.hpp)
    std::vector<std::string> postings;  ///< terms whose posting lists have all documents in which one of `terms` stands
    std::string written;                ///< the word as it was typed, which counts for more than its inflections; empty: was not
    std::vector<PositionPattern> parts;
    unsigned distance = 0;
    bool ordered = false;
    bool needs_check = false;  ///< documents are in the posting lists in which none of `terms` stands

    friend bool operator==(const PositionPattern&, const PositionPattern&) = default;
};

[[nodiscard]] inline bool is_empty(const PositionPattern& pattern) { return pattern.terms.empty() && pattern.parts.empty(); }

/// First and last position of a place where a pattern stands.
struct PositionSpan {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    friend auto operator<=>(const PositionSpan&, const PositionSpan&) = default;  // NOLINT(modernize-use-nullptr): a false alarm
};

/// Where words stand in one document.
class DocumentPositions {
public:
    /// `docid`: library-wide. `sets` must outlive this.
    DocumentPositions(WordSets& sets, std::uint32_t docid, Deadline deadline = Deadline::max());

    /// From here on only positions of the patterns' words are asked for.
    void narrow_to(std::span<const PositionPattern* const> patterns);
    /// Of any of the terms, which are of one text field; ascending.
    [[nodiscard]] std::vector<std::uint32_t> of(const std::vector<std::string>& terms);
    /// Where sentences and paragraphs of the body begin.
    [[nodiscard]] std::vector<std::uint32_t> sentence_starts() const { return document_.sentence_starts(); }
    [[nodiscard]] std::vector<std::uint32_t> paragraph_starts() const { return document_.paragraph_starts(); }

    /// Called for each pair of places that is looked at: a long text has many. Throws DeadlinePassed.
    void tick() { watch_.tick(); }

private:
    /// Adds the sets of its words.
    void add_words(const PositionPattern& pattern, std::vector<const WordSet*>& words);

    WordSets& sets_;
    std::size_t segment_ = 0;
    ForwardDocument document_;
    Watch watch_;
};

/// All places where the pattern stands, in order, each once.
[[nodiscard]] std::vector<PositionSpan> find_spans(const PositionPattern& pattern, DocumentPositions& positions);

/// The words to mark for a pattern that stands in the document: of a phrase all of it, of nearness both sides and not what lies between.
[[nodiscard]] std::vector<PositionSpan> find_marks(const PositionPattern& pattern, DocumentPositions& positions);

}  // namespace palermo
