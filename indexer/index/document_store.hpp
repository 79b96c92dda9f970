// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/block_file.hpp"
#include "indexer/index/document_data.hpp"
#include "indexer/index/unpacker.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace palermo {

/// The data of a segment's documents, in a block file: a block a document, in the order of docids; an empty one for a docid without a
/// record. Xapian would keep it too, but deflates it, which takes a twentieth of a load and much of the time of a hit. Reading twin of
/// load/document_store_writer. Immutable; safe to read from many threads.
class DocumentStore {
public:
    [[nodiscard]] static Result<DocumentStore> open(const std::filesystem::path& file);

    [[nodiscard]] bool has(std::uint32_t docid) const;
    /// An error when there is none.
    [[nodiscard]] Result<DocumentData> data(std::uint32_t docid, Unpacker& unpacker) const;

    /// The number of a document's block among blocks(); nothing for one that lies between the parts.
    [[nodiscard]] std::optional<std::uint32_t> block_of(std::uint32_t docid) const;
    [[nodiscard]] const BlockFile& blocks() const { return blocks_; }
    /// As MappedFile's.
    void let_go() const { blocks_.let_go(); }

private:
    explicit DocumentStore(BlockFile blocks) : blocks_(std::move(blocks)) {}

    BlockFile blocks_;
};

}  // namespace palermo
