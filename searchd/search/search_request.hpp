// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"
#include "corpus/partial_date.hpp"
#include "searchd/search/count_request.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palermo {

/// Bounds on what one request may ask. Anything above is told to the person who asked, never cut in silence.
inline constexpr std::size_t max_query_bytes = 6'000;
inline constexpr std::uint32_t max_page_size = 100;
inline constexpr std::uint32_t default_page_size = 20;
inline constexpr std::uint32_t max_page = 100'000;

/// What was chosen under one facet: OR inside `included`; nothing of `excluded`. Values are ids, or `not_recorded`.
struct FacetSelection {
    std::vector<std::string> included;
    std::vector<std::string> excluded;

    [[nodiscard]] bool empty() const { return included.empty() && excluded.empty(); }
    friend bool operator==(const FacetSelection&, const FacetSelection&) = default;
};

enum class SortOrder { relevance, newest, oldest };

/// What plain words side by side mean. Automatic: all of them must stand in a case, unless no case has them all or they are a text.
enum class MatchMode { automatic, all, any };

/// One search, typed and within limits. Facets narrow together (AND across facets).
struct SearchRequest {
    std::string text;
    PerFacet<FacetSelection> facets;
    std::optional<PartialDate> from;  ///< a case matches when its decision may lie in the range
    std::optional<PartialDate> to;
    MatchMode match = MatchMode::automatic;
    SortOrder sort = SortOrder::relevance;
    std::uint32_t page = 1;
    std::uint32_t size = default_page_size;
    std::string lang = "en";     ///< of the labels: ar, en, es, fr, ru, zh
    bool explain = false;        ///< whether each hit says why it was found
    bool wants_counts = true;    ///< whether all that matches is counted, in total and by facet; else the first hits are enough
    bool wants_passages = true;  ///< whether each hit shows the text around the words; its title is marked then too
    CountRequest counts{};       ///< beyond the facets
    std::string similar_to{};    ///< id of the case whose like are asked for, of which `text` is only a filter; empty: a search

    friend bool operator==(const SearchRequest&, const SearchRequest&) = default;
};

}  // namespace palermo
