// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/record_walk.hpp"

namespace palermo {
namespace {

/// An empty term is in every document.
Result<void> walk(const WorkerView& view, const std::string& term, const std::function<Result<void>(std::uint32_t docid)>& visit) {
    return guarded(view.snapshot().directory().root().string(), [&]() -> Result<void> {
        const auto& database = view.database();
        // Interleaving keeps the order: a record with a larger docid has the larger one in the combined database, too.
        for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term); ++posting) {
            const auto docid = view.library_docid(*posting);
            if (view.snapshot().is_deleted(docid)) continue;
            if (auto visited = visit(docid); !visited) return visited;
        }
        return {};
    });
}

}  // namespace

Result<void> for_each_record(const WorkerView& view, const std::function<Result<void>(std::uint32_t docid)>& visit) {
    return walk(view, "", visit);
}

Result<std::vector<std::uint32_t>> records_with(const WorkerView& view, const std::string& term) {
    std::vector<std::uint32_t> docids;
    auto walked = walk(view, term, [&](std::uint32_t docid) -> Result<void> {
        docids.push_back(docid);
        return {};
    });
    if (!walked) return walked.error();
    return docids;
}

}  // namespace palermo
