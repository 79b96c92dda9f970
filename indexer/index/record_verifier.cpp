// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/checksum.hpp"
#include "indexer/index/document_data.hpp"
#include "indexer/index/document_walk.hpp"
#include "indexer/index/finding_list.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/index/segment_verifier.hpp"

#include <string>
#include <utility>

namespace palermo {
namespace {

bool is_same(const TextLocation& one, const TextLocation& other) {
    return one.block == other.block && one.begin == other.begin && one.size == other.size;
}

class RecordVerifier {
public:
    RecordVerifier(const SegmentParts& parts, FindingList& table, FindingList& documents, FindingList& texts)
        : parts_(parts), table_(table), documents_(documents), texts_(texts) {}

    void run(const WorkProgress& progress) {
        constexpr auto step = "comparing the records";
        progress(step, 0, parts_.range_size());
        check_blocks();
        check_order();
        for (auto docid = parts_.entry.first_docid; docid <= parts_.entry.last_docid; ++docid) {
            progress(step, parts_.done_with(docid), parts_.range_size());
            parts_.data.blocks().let_go_after(docid);
            if (parts_.holds(docid)) check_document(docid);
        }
    }

private:
    void check_blocks() {
        const auto& blocks = parts_.texts.blocks();
        for (std::uint32_t number = 0; number < blocks.block_count(); ++number) {
            blocks.let_go_after(number);
            if (!blocks.block(number, unpacker_)) texts_.add("The texts of block " + std::to_string(number) + " cannot be unpacked.");
        }
    }

    /// The table is searched by halves, and each document has one row.
    void check_order() {
        const auto& records = parts_.records;
        for (std::uint32_t position = 0; position < records.size(); ++position) {
            const auto row = records.at(position);
            const auto called = "The row of \"" + std::string(row.id) + '"';
            if (position > 0 && row.id < records.at(position - 1).id) table_.add(called + " stands out of order, and is not found.");
            if (!parts_.holds(row.docid))
                table_.add(called + " names docid " + std::to_string(row.docid) + ", which is no document of the segment.");
            else if (parts_.row_of(row.docid) != position)
                table_.add(called + " names docid " + std::to_string(row.docid) + ", which another row names too.");
        }
        for (std::uint32_t number = 0; number < records.key_count(); ++number) {
            if (records.key_at(number).position >= records.size()) table_.add("A key names a row that is not there.");
            if (number > 0 && records.key_at(number).key < records.key_at(number - 1).key) table_.add("The keys are out of order.");
        }
    }

    void check_document(std::uint32_t docid) {
        const auto position = parts_.row_of(docid);
        if (!position && is_placeholder(docid)) return;
        if (!position) return table_.add("There is no row for document " + std::to_string(docid) + '.');
        const auto row = parts_.records.at(*position);
        const auto data = parts_.data.data(docid, unpacker_);
        if (!data) return documents_.add("What is kept of the record \"" + std::string(row.id) + "\" is damaged.");
        const auto called = "The record \"" + data->id + '"';
        if (row.id != data->id) return table_.add(called + " is called \"" + std::string(row.id) + "\" here.");
        if (row.checksum != data->source_checksum) table_.add(called + " has another checksum here than in documents.blk.");
        if (!is_same(row.xml, data->source_xml)) table_.add(called + " has its text at another place here than in documents.blk.");
        check_id_term(docid, data->id);
        check_texts(docid, *data);
    }

    /// The empty document at a segment's end; see load/segment_builder.
    [[nodiscard]] bool is_placeholder(std::uint32_t docid) const {
        return parts_.database.get_doclength(docid) == 0 && !parts_.data.has(docid);
    }

    void check_id_term(std::uint32_t docid, const std::string& id) {
        if (!has_term(parts_.database, docid, layout::make_term(layout::id.prefix, id)))
            table_.add("The record \"" + id + "\" is not found by its id.");
    }

    void check_texts(std::uint32_t docid, const DocumentData& data) {
        const auto xml = parts_.texts.text(docid, data.source_xml, unpacker_);
        if (!xml)
            texts_.add("The record \"" + data.id + "\" has no text here.");
        else if (checksum_of(*xml) != data.source_checksum)
            texts_.add("The record \"" + data.id + "\" kept here is not the one that was loaded.");
        for (const auto& paragraph : data.paragraphs) {
            const auto block = parts_.texts.block_of(docid, paragraph.text.block);
            const auto end = std::uint64_t{paragraph.text.begin} + paragraph.text.size;
            if (end > parts_.texts.blocks().plain_size(block))
                texts_.add("The paragraph \"" + paragraph.id + "\" of the record \"" + data.id + "\" is not here.");
        }
    }

    const SegmentParts& parts_;
    FindingList& table_;
    FindingList& documents_;
    FindingList& texts_;
    Unpacker unpacker_;
};

}  // namespace

void verify_records(const SegmentParts& parts, const WorkProgress& progress, Diagnostics& all) {
    FindingList table(parts.directory / "records.tbl");
    FindingList documents(parts.directory / "documents.blk");
    FindingList texts(parts.directory / "texts.blk");
    const auto compared = guarded((parts.directory / "xapian").string(), [&]() -> Result<void> {
        RecordVerifier(parts, table, documents, texts).run(progress);
        return {};
    });
    if (!compared) table.add(compared.error());
    std::move(table).move_to(all);
    std::move(documents).move_to(all);
    std::move(texts).move_to(all);
}

}  // namespace palermo
