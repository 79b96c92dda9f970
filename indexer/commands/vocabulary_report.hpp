// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/vocabulary_diff.hpp"
#include "indexer/index/vocabulary_impact.hpp"

#include <boost/json/object.hpp>

#include <string>

namespace palermo::commands {

/// A comparison of two versions, and perhaps what it means for an index.
struct VocabularyComparison {
    const Vocabulary& before;
    const Vocabulary& after;
    VocabularyDiff diff;
    const VocabularyImpact* impact = nullptr;  ///< null: no index was asked
};

/// For a terminal, several lines.
[[nodiscard]] std::string render_text(const VocabularyComparison& comparison);
[[nodiscard]] boost::json::object to_json(const VocabularyComparison& comparison);

}  // namespace palermo::commands
