// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/working_repair.hpp"

#include <utility>
#include <variant>

namespace palermo {

std::optional<std::string> working_repair(Searcher& searcher, SearchRequest asked, QueryError mistake, Deadline deadline) {
    constexpr int patience = 8;
    for (int i = 0; i < patience; ++i) {
        asked.text = std::move(mistake.repair);
        // Without a query all cases match.
        if (asked.text.empty()) return asked.text;
        if (asked.text.size() > max_query_bytes) return std::nullopt;
        auto answered = searcher.find(asked, 1, deadline);
        if (!answered) return std::nullopt;
        auto* const next = std::get_if<QueryError>(&*answered);
        if (next == nullptr) return std::holds_alternative<SearchResult>(*answered) ? std::optional(asked.text) : std::nullopt;
        mistake = std::move(*next);
    }
    return std::nullopt;
}

}  // namespace palermo
