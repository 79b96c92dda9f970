// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/rollback.hpp"

#include "indexer/index/file_check.hpp"
#include "indexer/load/publisher.hpp"

#include <algorithm>
#include <string>

namespace palermo {

Result<Manifest> roll_back(const std::filesystem::path& index, std::uint64_t generation) {
    const IndexDirectory directory(index);
    const auto lock = WriterLock::acquire(directory, "rollback");
    if (!lock) return lock.error();
    if (auto pruned = prune(directory, every_generation, *lock, Leftovers::keep_chunks); !pruned) return pruned.error();
    const auto numbers = directory.generations();
    if (!numbers) return numbers.error();
    const auto not_kept = error_at(index.string(), "There is no generation " + std::to_string(generation) + " to go back to.",
                                   "palermo-indexer history lists those that are kept.");
    if (numbers->empty() || std::ranges::find(*numbers, generation) == numbers->end()) return not_kept;
    const auto live = directory.read_manifest(numbers->back());
    if (!live) return live.error();
    if (generation == live->generation)
        return error_at(index.string(), "Generation " + std::to_string(generation) + " is live already.",
                        "palermo-indexer history lists those to go back to.");
    const auto old = directory.read_manifest(generation);
    if (!old) return old.error();
    const bool shows_removed =
        std::ranges::any_of(live->tombstones, [&](const Tombstone& each) { return old->tombstone(each.id) == nullptr; });
    if (shows_removed) return not_kept;
    if (auto whole = check_contents(directory, *old); !whole) return whole.error();
    auto next = successor(*live, {.kind = ChangeKind::rollback, .restored = generation});
    next.analyzer = old->analyzer;
    next.vocabularies = old->vocabularies;
    set_segments(next, old->segments);
    if (auto published = publish(directory, next, *lock); !published) return published.error();
    return next;
}

}  // namespace palermo
