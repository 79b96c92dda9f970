// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/database_rewriter.hpp"

#include "indexer/index/document_walk.hpp"
#include "indexer/index/segment_files.hpp"
#include "indexer/load/part_database_writer.hpp"
#include "indexer/load/writing_guard.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <future>
#include <string>
#include <thread>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

/// Fewer are not worth a thread.
constexpr std::uint32_t fewest_of_range = 1'000;

struct DocidRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;  ///< inclusive
};

/// Of about the same size, one for each core.
std::vector<DocidRange> ranges_of(const MergeInput& input) {
    const auto docids = input.last_docid - input.first_docid + 1;
    const auto count = std::clamp(docids / fewest_of_range, 1U, std::max(1U, std::thread::hardware_concurrency()));
    std::vector<DocidRange> ranges;
    for (auto first = input.first_docid; ranges.size() < count;) {
        const auto last = ranges.size() + 1 == count ? input.last_docid : first + docids / count - 1;
        ranges.push_back({.first = first, .last = last});
        first = last + 1;
    }
    return ranges;
}

/// `at_once`: postings that may be held in memory.
std::vector<fs::path> rewrite(const MergeInput& input, const DocidRange& range, const fs::path& beside, std::size_t at_once) {
    const Xapian::Database database(segment_files::database(input.directory).string());
    PartDatabaseWriter writer(beside);
    const auto add = [&](std::uint32_t docid, const Xapian::Document& document) {
        if (!std::ranges::binary_search(input.erased, docid)) writer.add(docid, document);
    };
    for_each_document(database, range.first, range.last, add, at_once);
    return writer.finish();
}

}  // namespace

Result<std::vector<fs::path>> rewrite_database(const MergeInput& input, const fs::path& beside) {
    const auto ranges = ranges_of(input);
    std::vector<std::future<Result<std::vector<fs::path>>>> started;
    for (const auto& range : ranges) {
        // Each thread has an errno of its own.
        started.push_back(std::async(std::launch::async, [&] {
            return guarded_write(beside.string(), [&] { return rewrite(input, range, beside, postings_at_once / ranges.size()); });
        }));
    }
    std::vector<fs::path> all;
    for (auto& one : started) {
        const auto parts = one.get();
        if (!parts) return parts.error();
        all.insert(all.end(), parts->begin(), parts->end());
    }
    return all;
}

}  // namespace palermo
