// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/load/completion_writer.hpp"
#include "indexer/load/document_builder.hpp"
#include "indexer/load/document_store_writer.hpp"
#include "indexer/load/facet_column_writer.hpp"
#include "indexer/load/part_database_writer.hpp"
#include "indexer/load/record_table_writer.hpp"
#include "indexer/load/text_store_writer.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

namespace palermo {

/// Builds one small segment in a directory: documents in ascending library-wide docids, in one or more databases (see
/// part_database_writer). segment_merger joins many such segments. Not flushed to disk, its words in no order, and without those of
/// its completions, which the merger takes from the joined forward index. One thread's.
class SegmentBuilder {
public:
    /// The directory is made, or emptied.
    [[nodiscard]] static Result<SegmentBuilder> begin(const std::filesystem::path& directory, std::uint32_t first_docid);

    /// Adds the next document.
    [[nodiscard]] Result<void> add(const RecordToBuild& record, const Vocabularies& vocabularies, Analyzer& analyzer);
    /// Adds a document that nothing is known of, for the generation to list as deleted. Each segment ends with one: where every document of
    /// a database has a term, Xapian 1.4 takes the list of all documents for the term's, and loses its way in it when docids have gaps
    /// (set_term() on a GlassPostList that has more than one chunk).
    [[nodiscard]] Result<void> add_empty();
    /// Writes what is left. Nothing may be added any more.
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> write_forward_index() const;

    SegmentBuilder(std::filesystem::path directory, std::uint32_t first_docid, TextStoreWriter texts, DocumentStoreWriter documents);

    std::filesystem::path directory_;
    std::uint32_t first_docid_;
    std::uint32_t next_docid_;
    TextStoreWriter texts_;
    DocumentStoreWriter documents_;
    PartDatabaseWriter databases_;
    FacetColumnWriter columns_;
    CompletionWriter completions_;
    RecordTableWriter records_;
    std::unique_ptr<WordList> words_ = std::make_unique<WordList>();
    std::vector<std::pair<std::uint32_t, DocumentWords>> document_words_;  ///< by docid; written when all words are known
};

}  // namespace palermo
