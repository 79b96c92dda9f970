// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/database_rewriter.hpp"

#include "indexer/index/document_walk.hpp"
#include "indexer/index/segment_files.hpp"
#include "indexer/load/part_database.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace palermo {
namespace {

namespace fs = std::filesystem;

/// In one database, about: as many as those of a chunk of a load, whose postings fit into a core's cache.
constexpr std::size_t postings_of_part = 65'536;

class Rewriter {
public:
    explicit Rewriter(fs::path beside) : beside_(std::move(beside)) {}

    void add(std::uint32_t docid, const Xapian::Document& document) {
        if (!database_) {
            auto path = beside_;
            path += std::to_string(docid);
            database_ = create_part_database(parts_.emplace_back(std::move(path)));
        }
        database_->replace_document(docid, document);
        postings_ += document.termlist_count();
        if (postings_ >= postings_of_part) close();
    }

    std::vector<fs::path> finish() && {
        close();
        return std::move(parts_);
    }

private:
    void close() {
        if (!database_) return;
        database_->commit();
        database_.reset();
        postings_ = 0;
    }

    fs::path beside_;
    std::vector<fs::path> parts_;
    std::optional<Xapian::WritableDatabase> database_;
    std::size_t postings_ = 0;  ///< in it
};

}  // namespace

std::vector<fs::path> rewrite_database(const MergeInput& input, const fs::path& beside) {
    const Xapian::Database database(segment_files::database(input.directory).string());
    Rewriter rewriter(beside);
    for_each_document(database, input.first_docid, input.last_docid, [&](std::uint32_t docid, const Xapian::Document& document) {
        if (!std::ranges::binary_search(input.erased, docid)) rewriter.add(docid, document);
    });
    return std::move(rewriter).finish();
}

}  // namespace palermo
