// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/part_database_writer.hpp"

#include "corpus/zero_padded.hpp"
#include "indexer/load/part_database.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

/// In one database, about.
constexpr std::size_t postings_of_part = 65'536;

/// Of a docid: names sort like docids.
constexpr std::size_t most_digits = 10;

}  // namespace

void PartDatabaseWriter::add(std::uint32_t docid, const Xapian::Document& document) {
    if (!database_) {
        auto path = stem_;
        path += '-' + zero_padded(docid, most_digits);
        database_ = create_part_database(parts_.emplace_back(std::move(path)));
    }
    database_->replace_document(docid, document);
    postings_ += document.termlist_count();
    if (postings_ >= postings_of_part) close();
}

std::vector<fs::path> PartDatabaseWriter::finish() {
    close();
    return std::move(parts_);
}

void PartDatabaseWriter::close() {
    if (!database_) return;
    database_->commit();
    database_->close();
    database_.reset();
    postings_ = 0;
}

std::vector<fs::path> part_databases(const fs::path& stem) {
    std::vector<fs::path> parts;
    const auto beginning = stem.filename().string() + '-';
    for (const auto& entry : fs::directory_iterator(stem.parent_path())) {
        if (entry.path().filename().string().starts_with(beginning)) parts.push_back(entry.path());
    }
    std::ranges::sort(parts);
    return parts;
}

}  // namespace palermo
