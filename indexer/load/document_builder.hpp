// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/case_record.hpp"
#include "corpus/facet.hpp"
#include "corpus/source_text.hpp"
#include "corpus/vocabulary.hpp"
#include "indexer/analysis/analyzer.hpp"
#include "indexer/index/xapian_guard.hpp"
#include "indexer/load/text_store_writer.hpp"

#include <string>
#include <vector>

namespace palermo {

/// What one case becomes in the index: the document, and its row in the facet columns.
struct BuiltDocument {
    Xapian::Document document;
    PerFacet<std::vector<std::string>> facets;
};

/// The whole index layout in one function. Prose goes to `texts`; everything else is in the result.
[[nodiscard]] BuiltDocument build_document(const CaseRecord& record, const SourceText& source, const Vocabularies& vocabularies,
                                           Analyzer& analyzer, TextStoreWriter& texts);

}  // namespace palermo
