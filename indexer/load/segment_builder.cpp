// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/segment_builder.hpp"

#include "indexer/index/segment_files.hpp"
#include "indexer/load/durable_file.hpp"
#include "indexer/load/writing_guard.hpp"

#include <system_error>
#include <utility>

namespace palermo {

Result<SegmentBuilder> SegmentBuilder::begin(const std::filesystem::path& directory, std::uint32_t first_docid) {
    std::error_code error;
    std::filesystem::remove_all(directory, error);
    std::filesystem::create_directories(directory, error);
    if (error) return disk_error(directory, error.value());
    auto texts = TextStoreWriter::create(segment_files::texts(directory), first_docid);
    if (!texts) return texts.error();
    auto documents = DocumentStoreWriter::create(segment_files::documents(directory), first_docid);
    if (!documents) return documents.error();
    return SegmentBuilder(directory, first_docid, std::move(*texts), std::move(*documents));
}

SegmentBuilder::SegmentBuilder(std::filesystem::path directory, std::uint32_t first_docid, TextStoreWriter texts,
                               DocumentStoreWriter documents)
    : directory_(std::move(directory)),
      first_docid_(first_docid),
      next_docid_(first_docid),
      texts_(std::move(texts)),
      documents_(std::move(documents)),
      databases_(segment_files::database(directory_)),
      columns_(first_docid) {}

Result<void> SegmentBuilder::add(const RecordToBuild& record, const Vocabularies& vocabularies, Analyzer& analyzer) {
    return guarded_write(directory_.string(), [&]() -> Result<void> {
        const auto docid = next_docid_++;
        auto built = build_document(record, vocabularies, analyzer, texts_, *words_);
        databases_.add(docid, built.document);
        documents_.add(built.data);
        columns_.add(docid, record.columns);
        completions_.add_case(docid, built.data);
        records_.add({.id = built.data.id, .checksum = built.data.source_checksum, .docid = docid, .xml = built.data.source_xml},
                     record_keys(record.checksum, record.keys));
        document_words_.emplace_back(docid, std::move(built.words));
        return {};
    });
}

Result<void> SegmentBuilder::add_empty() {
    return guarded_write(directory_.string(), [&]() -> Result<void> {
        databases_.add(next_docid_++, Xapian::Document());
        documents_.add_empty();
        return {};
    });
}

Result<void> SegmentBuilder::finish() {
    auto committed = guarded_write(directory_.string(), [&]() -> Result<void> {
        databases_.finish();
        return {};
    });
    if (!committed) return committed;
    if (auto written = texts_.finish(); !written) return written;
    if (auto written = documents_.finish(); !written) return written;
    if (auto written = columns_.finish(segment_files::facet_columns(directory_), next_docid_ - 1); !written) return written;
    if (auto written = completions_.finish(segment_files::completions(directory_)); !written) return written;
    if (auto written = records_.finish(segment_files::records(directory_)); !written) return written;
    return write_forward_index();
}

Result<void> SegmentBuilder::write_forward_index() const {
    auto writer = ForwardIndexWriter::create(segment_files::forward(directory_), first_docid_, *words_, WordOrder::as_they_came);
    if (!writer) return writer.error();
    for (const auto& [docid, words] : document_words_) writer->add(docid, words);
    return writer->finish(next_docid_ - 1);
}

}  // namespace palermo
