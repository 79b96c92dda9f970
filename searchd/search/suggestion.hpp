// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace palermo {

/// Bounds on one request for suggestions.
inline constexpr std::size_t max_suggest_bytes = 200;
inline constexpr std::uint32_t max_suggestions = 20;

/// What has been typed so far.
struct SuggestRequest {
    std::string text;
    std::uint32_t limit = 10;
    std::string lang = "en";  ///< of labels, where a concept could be shown by several

    friend bool operator==(const SuggestRequest&, const SuggestRequest&) = default;
};

enum class SuggestionKind { concept_label, case_name, citation, word };

/// What the text might become.
struct Suggestion {
    SuggestionKind kind{};
    std::string text;   ///< to show
    std::string query;  ///< the whole query that choosing it would search for
    std::string id;     ///< of the concept or the case; empty for a word

    friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

}  // namespace palermo
