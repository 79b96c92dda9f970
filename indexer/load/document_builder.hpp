// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/vocabulary.hpp"
#include "indexer/analysis/analyzer.hpp"
#include "indexer/index/document_data.hpp"
#include "indexer/index/xapian_guard.hpp"
#include "indexer/load/forward_index_writer.hpp"
#include "indexer/load/record_to_build.hpp"
#include "indexer/load/text_store_writer.hpp"
#include "indexer/load/word_list.hpp"

namespace palermo {

/// What one case becomes in the index: the document and what is kept with it, and its words in their order.
struct BuiltDocument {
    Xapian::Document document;
    DocumentData data;
    DocumentWords words;
};

/// The whole index layout in one function. Prose goes to `texts`, new words to `words`; everything else is in the result.
[[nodiscard]] BuiltDocument build_document(const RecordToBuild& given, const Vocabularies& vocabularies, Analyzer& analyzer,
                                           TextStoreWriter& texts, WordList& words);

}  // namespace palermo
