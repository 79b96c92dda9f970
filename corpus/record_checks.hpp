// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/diagnostic.hpp"
#include "corpus/source_text.hpp"
#include "corpus/vocabulary.hpp"

namespace palermo {

/// What the schema cannot say: concepts that do not exist, references that lead nowhere, ids given twice, dates and countries that do not
/// exist. Also warns of decisions out of order. In the text's order within each kind.
[[nodiscard]] Diagnostics check_record(const CaseRecord& record, const SourceText& source, const Vocabularies& vocabularies);

}  // namespace palermo
