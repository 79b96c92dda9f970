// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/record_table_writer.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/index/file_magic.hpp"
#include "indexer/load/append_number.hpp"
#include "indexer/load/output_file.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <tuple>

namespace palermo {
namespace {

/// The texts behind the rows, and where each lies.
class Texts {
public:
    void append_place(std::string& row, std::string_view text) {
        if (texts_.size() + text.size() > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("more than 4 GB of ids");
        append_number(row, static_cast<std::uint32_t>(texts_.size()));
        append_number(row, static_cast<std::uint32_t>(text.size()));
        texts_ += text;
    }
    [[nodiscard]] const std::string& bytes() const { return texts_; }

private:
    std::string texts_;
};

}  // namespace

void RecordTableWriter::add(const RecordRow& row, const std::vector<std::uint64_t>& keys) {
    rows_.push_back({.id = std::string(row.id), .checksum = std::string(row.checksum), .docid = row.docid, .xml = row.xml, .keys = keys});
}

Result<void> RecordTableWriter::finish(const std::filesystem::path& file) {
    std::ranges::sort(rows_,
                      [](const Row& one, const Row& other) { return std::tie(one.id, one.docid) < std::tie(other.id, other.docid); });
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
    Texts texts;
    std::string rows;
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
        const auto& row = rows_[i];
        texts.append_place(rows, row.id);
        texts.append_place(rows, row.checksum);
        for (const auto number : {row.docid, row.xml.block, row.xml.begin, row.xml.size}) append_number(rows, number);
        for (const auto key : row.keys) keys.emplace_back(key, i);
    }
    std::ranges::sort(keys);
    std::string bytes(file_magic::record_table);
    append_number(bytes, static_cast<std::uint32_t>(rows_.size()));
    append_number(bytes, static_cast<std::uint32_t>(keys.size()));
    append_number(bytes, static_cast<std::uint32_t>(texts.bytes().size()));
    bytes += rows;
    for (const auto& [key, row] : keys) {
        append_number(bytes, key);
        append_number(bytes, row);
    }
    bytes += texts.bytes();
    append_number(bytes, short_checksum(bytes));
    return write_file(file, bytes);
}

}  // namespace palermo
