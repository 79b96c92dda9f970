// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace palermo {

/// Which words of a segment terms stand for, looked up once for all documents of the segment. One thread's, and for one question: it grows
/// with what it is asked.
class WordSets {
public:
    /// The snapshot must outlive it.
    explicit WordSets(const Snapshot& snapshot) : snapshot_(snapshot), by_segment_(snapshot.manifest().segments.size()) {}

    [[nodiscard]] const Snapshot& snapshot() const { return snapshot_; }
    /// `terms`: of one text field.
    [[nodiscard]] const WordSet& of(std::size_t segment, const std::vector<std::string>& terms);

private:
    const Snapshot& snapshot_;
    std::vector<std::map<std::vector<std::string>, WordSet>> by_segment_;
};

}  // namespace palermo
