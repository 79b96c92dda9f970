// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/source_text.hpp"
#include "corpus/vocabulary.hpp"
#include "indexer/analysis/analyzer.hpp"
#include "indexer/index/column_values.hpp"
#include "indexer/index/document_data.hpp"
#include "indexer/index/xapian_guard.hpp"
#include "indexer/load/forward_index_writer.hpp"
#include "indexer/load/text_store_writer.hpp"
#include "indexer/load/word_list.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace palermo {

/// What one case becomes in the index: the document and what is kept with it, its words in their order, its row in the columns, and the
/// keys that another record of the same case would have too.
struct BuiltDocument {
    Xapian::Document document;
    DocumentData data;
    DocumentWords words;
    PerColumn<std::vector<std::string>> columns;
    std::vector<std::uint64_t> keys;
};

/// The whole index layout in one function. Prose goes to `texts`, new words to `words`; everything else is in the result.
[[nodiscard]] BuiltDocument build_document(const CaseRecord& record, const SourceText& source, const Vocabularies& vocabularies,
                                           Analyzer& analyzer, TextStoreWriter& texts, WordList& words);

}  // namespace palermo
