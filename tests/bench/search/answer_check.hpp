// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/search_results.hpp"

#include <string>
#include <vector>

namespace palermo::bench {

/// Whether ours and theirs mean the same, so that nobody is fast by being wrong. Questions in which Palermo reads the name of a concept are
/// left out: it finds more there, and means to.
struct AnswerCheck {
    std::string theirs;
    std::size_t compared = 0;
    std::size_t same_total = 0;
    std::size_t near_total = 0;        ///< within 3% of ours, or 3 records
    std::size_t same_counts = 0;       ///< of those with the same total: all counts of all facets are the same
    double same_hits = 0;              ///< of our ten best: the mean share that they have too
    double least_near = 0;             ///< the share that has to be near
    std::vector<std::string> wrong{};  ///< what must not be, in words; empty: they agree

    [[nodiscard]] bool agrees() const { return wrong.empty(); }
};

/// Who counts as Xapian does (same stemmer) has to give the same totals but for one in fifty; other stemmers put other words together, and
/// are allowed to be far off for one in five. Without words all counts have to be the same; with the same stemmer also where totals are.
[[nodiscard]] std::vector<AnswerCheck> check_answers(const SearchResults& results);

}  // namespace palermo::bench
