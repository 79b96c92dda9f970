// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/source_text.hpp"
#include "corpus/vocabulary.hpp"
#include "indexer/index/column.hpp"
#include "indexer/load/record_keys.hpp"

#include <string>
#include <vector>

namespace palermo {

/// A record that passed all checks, and what planner and builder both need to know of it.
struct RecordToBuild {
    CaseRecord record;  ///< as it is written
    SourceText text;
    std::string checksum;                         ///< of the text
    PerColumn<std::vector<std::string>> columns;  ///< its row, by the vocabularies of today
    std::vector<CaseKey> keys;
};

[[nodiscard]] RecordToBuild prepare_record(CaseRecord record, SourceText text, std::string checksum, const Vocabularies& vocabularies);

}  // namespace palermo
