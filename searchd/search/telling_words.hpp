// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/analysis/analyzer.hpp"
#include "indexer/index/document_data.hpp"
#include "indexer/index/worker_view.hpp"
#include "searchd/search/position_pattern.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace palermo {

/// A word in any inflection.
struct TellingWord {
    std::string written;  ///< as the case has it
    PositionPattern pattern;
};

/// How much it tells that a case is one of the `cases` of the collection's that have something.
[[nodiscard]] double rarity_weight(const Xapian::Database& database, Xapian::doccount cases);

/// The words of a case's prose, in any inflection, that are most its own: often here and in few other cases. No numbers, no words of a
/// letter or two, none that no other case has, none that more than an eighth of the cases of its language have (of its language, so that
/// the little words of a rare one stay out, too), and none of the title alone: names of parties are no likeness. The most telling first.
[[nodiscard]] std::vector<TellingWord> find_telling_words(std::uint32_t docid, const DocumentData& data, const WorkerView& view,
                                                          Analyzer& analyzer, std::size_t most);

}  // namespace palermo
