// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/rollback.hpp"

#include "indexer/index/file_check.hpp"
#include "indexer/index/kept_generations.hpp"
#include "indexer/load/publisher.hpp"

#include <algorithm>
#include <string>

namespace palermo {

Result<Manifest> roll_back(const std::filesystem::path& index, std::uint64_t generation) {
    const IndexDirectory directory(index);
    // Before the lock, which makes the directory.
    if (const auto is_there = require_index(directory); !is_there) return is_there.error();
    const auto lock = WriterLock::acquire(directory, "rollback");
    if (!lock) return lock.error();
    if (auto pruned = prune(directory, every_generation, *lock, Leftovers::keep_chunks); !pruned) return pruned.error();
    const auto number = require_index(directory);
    if (!number) return number.error();
    const auto live = directory.read_manifest(*number);
    if (!live) return live.error();
    if (generation == live->generation)
        return error_at(index.string(), "Generation " + std::to_string(generation) + " is live already.",
                        "palermo-indexer history lists those to go back to.");
    const auto old = read_kept_generation(directory, generation);
    if (!old) return old.error();
    const bool shows_removed =
        std::ranges::any_of(live->tombstones, [&](const Tombstone& each) { return old->tombstone(each.id) == nullptr; });
    if (shows_removed) return not_kept(directory, generation);
    if (auto whole = check_contents(directory, *old); !whole) return whole.error();
    auto next = successor(*live, {.kind = ChangeKind::rollback, .restored = generation});
    next.analyzer = old->analyzer;
    next.vocabularies = old->vocabularies;
    set_segments(next, old->segments);
    if (auto published = publish(directory, next, *lock); !published) return published.error();
    return next;
}

}  // namespace palermo
