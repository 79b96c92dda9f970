// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/document_data.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace palermo {

/// What a load must know of a record that the index holds, without opening a database.
struct RecordRow {
    std::string_view id;
    std::string_view checksum;  ///< of the text that was loaded
    std::uint32_t docid = 0;
    TextLocation xml;
};

/// The records of one segment by id, and by keys that two records of one case have in common, in one mapped file. Reading twin of
/// load/record_table_writer, which documents the bytes. Immutable; safe to read from many threads.
class RecordTable {
public:
    [[nodiscard]] static Result<RecordTable> open(const std::filesystem::path& file);

    RecordTable(RecordTable&&) noexcept;
    RecordTable& operator=(RecordTable&&) noexcept;
    ~RecordTable();

    /// As MappedFile's.
    void let_go() const;

    [[nodiscard]] std::uint32_t size() const;
    /// Rows are sorted by id, those with one id by docid; valid as long as this lives.
    [[nodiscard]] RecordRow at(std::uint32_t position) const;
    /// The positions of the rows with this id: usually one, more when a deleted document still has it.
    [[nodiscard]] std::vector<std::uint32_t> find(std::string_view id) const;
    /// The positions of the rows that have a key, and all keys of the row at `position`.
    [[nodiscard]] std::vector<std::uint32_t> with_key(std::uint64_t key) const;
    struct KeyOfRow {
        std::uint64_t key = 0;
        std::uint32_t position = 0;
    };
    [[nodiscard]] std::uint32_t key_count() const;
    [[nodiscard]] KeyOfRow key_at(std::uint32_t number) const;

private:
    struct Mapping;
    explicit RecordTable(std::unique_ptr<Mapping> mapping);
    std::unique_ptr<Mapping> mapping_;
};

}  // namespace palermo
