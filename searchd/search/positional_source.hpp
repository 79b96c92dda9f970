// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/deadline.hpp"
#include "searchd/search/match_query.hpp"
#include "searchd/search/position_pattern.hpp"

#include <unordered_map>
#include <utility>

namespace palermo {

/// Tells whether a pattern stands in a document. Remembers its answers: matching and ranking ask of the same documents. One thread's.
class PositionalCheck {
public:
    PositionalCheck(PositionPattern pattern, Deadline deadline) : pattern_(std::move(pattern)), deadline_(deadline) {}

    /// `docid` is the library-wide one, as it is in the segment that `database` is of. Throws DeadlinePassed.
    [[nodiscard]] bool stands_in(const Xapian::Database& database, Xapian::docid docid);

private:
    PositionPattern pattern_;
    Deadline deadline_;
    std::unordered_map<Xapian::docid, bool> known_;
};

/// The documents in which a pattern stands, as a posting list for Xapian, without weight. To be used as the right side of a filter whose
/// left side finds the documents with the words: it is then asked of those only.
[[nodiscard]] MatchQuery positional_query(PositionPattern pattern, Deadline deadline);

}  // namespace palermo
