// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/word_count.hpp"

#include "indexer/index/layout.hpp"

#include <string>

namespace palermo {

std::uint64_t count_words(const Xapian::Database& database) {
    std::uint64_t pairs = 0;
    const std::string prefix(layout::han_pair_prefix);
    for (auto pair = database.allterms_begin(prefix); pair != database.allterms_end(prefix); ++pair)
        pairs += database.get_collection_freq(*pair);
    return database.get_total_length() - pairs;
}

}  // namespace palermo
