// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/deadline.hpp"
#include "searchd/search/match_query.hpp"
#include "searchd/search/position_pattern.hpp"
#include "searchd/search/word_sets.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace palermo {

/// Tells whether a pattern stands in a document. Remembers its answers: matching and ranking ask of the same documents. One thread's.
class PositionalCheck {
public:
    PositionalCheck(const Snapshot& snapshot, PositionPattern pattern, Deadline deadline);

    [[nodiscard]] const Snapshot& snapshot() const { return sets_.snapshot(); }
    /// `docid` is the library-wide one. Throws DeadlinePassed.
    [[nodiscard]] bool stands_in(std::uint32_t docid);

private:
    static constexpr signed char unknown = -1;

    [[nodiscard]] bool look(std::uint32_t docid, std::size_t segment);
    /// Of words, and of phrases of words: what they are in a segment.
    [[nodiscard]] const std::vector<const WordSet*>& words_in(std::size_t segment);

    WordSets sets_;
    PositionPattern pattern_;
    Watch watch_;
    bool is_plain_phrase_;
    std::vector<const WordSet*> words_;  ///< in `words_segment_`
    std::size_t words_segment_ = 0;
    std::vector<signed char> known_;  ///< of each docid: whether it stands there, or unknown
};

/// The documents in which a pattern stands, as a posting list for Xapian, without weight. To be used as the right side of a filter whose
/// left side finds the documents with the words: it is then asked of those only. The snapshot, which is the database's, must outlive it.
[[nodiscard]] MatchQuery positional_query(const Snapshot& snapshot, PositionPattern pattern, Deadline deadline);

}  // namespace palermo
