// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/diagnostic.hpp"
#include "corpus/source_text.hpp"
#include "corpus/vocabulary_reader.hpp"

#include <string_view>
#include <vector>

namespace palermo {

/// Small letters, digits and single hyphens between them: what stands in URLs, queries and records alike.
[[nodiscard]] bool is_concept_id(std::string_view id);

/// What of a vocabulary is not as a librarian would want it, beyond what makes it unreadable: another scheme, ids that could not be typed,
/// ids that one of `predecessors` has and this has not, a version that did not change although the content did (errors); labels that two
/// concepts share, a concept below one that is deprecated (warnings); languages without a label (notes). In the order of the text.
[[nodiscard]] Diagnostics lint_vocabulary(const VocabularyReading& reading, const SourceText& source,
                                          const std::vector<const Vocabulary*>& predecessors);

}  // namespace palermo
