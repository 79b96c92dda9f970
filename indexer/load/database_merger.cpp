// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/database_merger.hpp"

#include "indexer/index/segment_files.hpp"
#include "indexer/index/word_count.hpp"
#include "indexer/load/database_rewriter.hpp"
#include "indexer/load/part_database_writer.hpp"
#include "indexer/load/writing_guard.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace palermo {
namespace {

namespace fs = std::filesystem;

/// A database has about this many files open while it is read; so many descriptors are left for everything else.
constexpr std::size_t files_of_database = 6;
constexpr std::size_t files_elsewhere = 100;
constexpr std::size_t fewest_at_once = 8;

/// Xapian asks the kernel for each block and keeps none: searches read twice as much at a time as by default, and take a twelfth less time.
constexpr int block_size = 16 << 10;

std::size_t databases_at_once() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return fewest_at_once;
    const auto files = static_cast<std::size_t>(limit.rlim_cur);
    return std::max(fewest_at_once, files > files_elsewhere ? (files - files_elsewhere) / files_of_database / 2 : 0);
}

void compact(std::span<const fs::path> databases, const fs::path& target) {
    Xapian::Database all;
    for (const auto& database : databases) all.add_database(Xapian::Database(database.string()));
    all.compact(target.string(), Xapian::DBCOMPACT_NO_RENUMBER | Xapian::DB_NO_SYNC, block_size);
}

/// As many at once as there are descriptors for; what is joined in between goes again.
void compact_in_groups(std::vector<fs::path> databases, const fs::path& target) {
    const auto most = databases_at_once();
    std::vector<fs::path> temporary;
    for (int level = 0; databases.size() > most; ++level) {
        std::vector<fs::path> joined;
        for (std::size_t begin = 0; begin < databases.size(); begin += most) {
            auto part = target;
            part += "-part-" + std::to_string(level) + '-' + std::to_string(joined.size());
            compact(std::span(databases).subspan(begin, std::min(most, databases.size() - begin)), part);
            joined.push_back(part);
        }
        temporary.insert(temporary.end(), joined.begin(), joined.end());
        databases = std::move(joined);
    }
    compact(databases, target);
    for (const auto& part : temporary) fs::remove_all(part);
}

/// A sealed segment has one; a chunk has as many as it was built in.
std::vector<fs::path> databases_of(const MergeInput& input) {
    auto database = segment_files::database(input.directory);
    if (!fs::exists(database)) return part_databases(database);
    return {std::move(database)};
}

}  // namespace

Result<MergedDatabase> merge_databases(std::span<const MergeInput> inputs, const fs::path& target) {
    return guarded_write(target.string(), [&]() -> Result<MergedDatabase> {
        std::vector<fs::path> databases;
        std::vector<fs::path> rewritten;
        for (const auto& input : inputs) {
            if (input.erased.empty()) {
                const auto own = databases_of(input);
                databases.insert(databases.end(), own.begin(), own.end());
                continue;
            }
            auto beside = target;
            beside += "-kept";
            const auto parts = rewrite_database(input, beside);
            if (!parts) return parts.error();
            databases.insert(databases.end(), parts->begin(), parts->end());
            rewritten.insert(rewritten.end(), parts->begin(), parts->end());
        }
        compact_in_groups(std::move(databases), target);
        for (const auto& part : rewritten) fs::remove_all(part);
        const Xapian::Database merged(target.string());
        return MergedDatabase{.documents = merged.get_doccount(), .words = count_words(merged)};
    });
}

}  // namespace palermo
