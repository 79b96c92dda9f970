// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/xapian_guard.hpp"
#include "searchd/search/deadline.hpp"

#include <cstdint>
#include <map>
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
    std::vector<std::string> terms;  ///< complete, with their prefixes
    std::string written;             ///< the term of the word as it was typed, which counts for more than its inflections
    std::vector<std::string> stems;  ///< the terms that give the word its weight
    std::vector<PositionPattern> parts;
    unsigned distance = 0;
    bool ordered = false;

    friend bool operator==(const PositionPattern&, const PositionPattern&) = default;
};

/// First and last position of a place where a pattern stands.
struct PositionSpan {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    friend auto operator<=>(const PositionSpan&, const PositionSpan&) = default;  // NOLINT(modernize-use-nullptr): a false alarm
};

/// The position lists of one document, each read once.
class DocumentPositions {
public:
    DocumentPositions(const Xapian::Database& database, Xapian::docid docid, Deadline deadline = Deadline::max())
        : database_(database), docid_(docid), watch_(deadline) {}

    /// Ascending; empty when the document has no such term.
    [[nodiscard]] const std::vector<std::uint32_t>& of(const std::string& term);

    /// Called for each pair of places that is looked at: a long text has many. Throws DeadlinePassed.
    void tick() { watch_.tick(); }

private:
    const Xapian::Database& database_;
    Xapian::docid docid_;
    Watch watch_;
    std::map<std::string, std::vector<std::uint32_t>> read_;
};

/// All places where the pattern stands, in order, each once.
[[nodiscard]] std::vector<PositionSpan> find_spans(const PositionPattern& pattern, DocumentPositions& positions);

/// The words to mark for a pattern that stands in the document: of a phrase all of it, of nearness both sides and not what lies between.
[[nodiscard]] std::vector<PositionSpan> find_marks(const PositionPattern& pattern, DocumentPositions& positions);

}  // namespace palermo
