// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/record_walk.hpp"

namespace palermo {

Result<void> for_each_record(const WorkerView& view, const std::function<Result<void>(std::uint32_t docid)>& visit) {
    return guarded(view.snapshot().directory().root().string(), [&]() -> Result<void> {
        const auto& database = view.database();
        // Interleaving keeps the order: a record with a larger docid has the larger one in the combined database, too.
        for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
            if (auto visited = visit(view.library_docid(*posting)); !visited) return visited;
        }
        return {};
    });
}

}  // namespace palermo
