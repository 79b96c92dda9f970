// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/worker_view.hpp"
#include "searchd/search/plain_words.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace palermo {

/// Words of a run, [first, last), that name a case the collection holds.
struct NamedCase {
    enum class Kind { citation, name };

    Kind kind = Kind::citation;
    std::size_t first = 0;
    std::size_t last = 0;
    std::string text;  ///< as typed
    MatchQuery query;  ///< the cases it names, without weight
};

/// Citations, ECLI, docket and UNODC numbers anywhere in the run, punctuated in any way, and "X v Y" in the forms of six languages. Only
/// what names a case of the collection: anything else is left to the words.
[[nodiscard]] std::vector<NamedCase> find_named_cases(const PlainRun& run, const WorkerView& view, const TermLookup& lookup,
                                                      Deadline deadline);

/// The first stretch of a text that is written like a neutral citation or an ECLI, held or not; empty when there is none.
[[nodiscard]] std::string citation_in(std::string_view text);

}  // namespace palermo
