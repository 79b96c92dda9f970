// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/search/deadline.hpp"
#include "searchd/search/match_query.hpp"
#include "searchd/search/position_pattern.hpp"
#include "searchd/search/word_sets.hpp"

#include <cstdint>
#include <unordered_map>
#include <utility>

namespace palermo {

/// Tells whether a pattern stands in a document. Remembers its answers: matching and ranking ask of the same documents. One thread's.
class PositionalCheck {
public:
    PositionalCheck(const Snapshot& snapshot, PositionPattern pattern, Deadline deadline)
        : sets_(snapshot), pattern_(std::move(pattern)), deadline_(deadline) {}

    [[nodiscard]] const Snapshot& snapshot() const { return sets_.snapshot(); }
    /// `docid` is the library-wide one. Throws DeadlinePassed.
    [[nodiscard]] bool stands_in(std::uint32_t docid);

private:
    WordSets sets_;
    PositionPattern pattern_;
    Deadline deadline_;
    std::unordered_map<std::uint32_t, bool> known_;
};

/// The documents in which a pattern stands, as a posting list for Xapian, without weight. To be used as the right side of a filter whose
/// left side finds the documents with the words: it is then asked of those only. The snapshot, which is the database's, must outlive it.
[[nodiscard]] MatchQuery positional_query(const Snapshot& snapshot, PositionPattern pattern, Deadline deadline);

}  // namespace palermo
