// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/takedown.hpp"

#include "indexer/index/kept_generations.hpp"
#include "indexer/index/mapped_file.hpp"
#include "indexer/index/record_table.hpp"
#include "indexer/load/durable_file.hpp"
#include "indexer/load/nearest_record.hpp"
#include "indexer/load/publisher.hpp"
#include "indexer/load/report_forgetting.hpp"
#include "indexer/load/segment_list.hpp"
#include "indexer/load/segment_merger.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace palermo {
namespace {

/// Nothing has this id: gone already, or never there.
Diagnostic unknown_id(const Manifest& live, const IndexDirectory& directory, const std::string& id) {
    const auto index = directory.root().string();
    if (const auto* tombstone = live.tombstone(id)) {
        return error_at(index, "The record \"" + id + "\" was taken down already, on " + tombstone->date + " (" + tombstone->reason + ").",
                        "Nothing was removed: leave it out.");
    }
    const auto meant = nearest_record(directory, id);
    return error_at(index, "The index holds no record \"" + id + "\", in no generation that is kept: nothing was removed.",
                    meant ? "Did you mean \"" + *meant + "\"?" : "Check the id.");
}

/// The documents of a segment that have one of the ids, those among them that a generation no longer shows too: their text is still there.
struct Doomed {
    std::vector<std::uint32_t> docids;  ///< ascending
    std::set<std::string> ids;
    std::size_t others = 0;  ///< records of the segment that have none of the ids
};

Result<Doomed> find_doomed(const IndexDirectory& directory, const SegmentEntry& segment, const std::set<std::string>& ids) {
    const auto table = RecordTable::open(directory.records(segment.id));
    if (!table) return table.error();
    Doomed doomed;
    for (const auto& id : ids) {
        for (const auto position : table->find(id)) {
            doomed.docids.push_back(table->at(position).docid);
            doomed.ids.insert(id);
        }
    }
    std::ranges::sort(doomed.docids);
    doomed.others = table->size() - doomed.docids.size();
    return doomed;
}

/// One takedown under the writer's lock.
class Takedown {
public:
    Takedown(const std::filesystem::path& index, const std::set<std::string>& ids, std::string reason, const WorkProgress& progress)
        : directory_(index), ids_(ids), reason_(std::move(reason)), progress_(progress) {}

    Result<TakedownReport> run() {
        // Before the lock, which makes the directory.
        if (const auto is_there = require_index(directory_); !is_there) return is_there.error();
        const auto lock = WriterLock::acquire(directory_, "remove");
        if (!lock) return lock.error();
        if (auto pruned = prune(directory_, every_generation, *lock); !pruned) return pruned.error();
        if (auto read = read_generations(); !read) return read.error();
        if (auto found = find_all(); !found) return found.error();
        if (auto written = write_segments(); !written) return written.error();
        auto next = successor(live(), {.kind = ChangeKind::remove, .removed = report_.removed.size()});
        next.tombstones = with_tombstones(next);
        set_segments(next, without_doomed(next));
        if (auto published = publish(directory_, next, *lock); !published) return published.error();
        progress_("rewriting older generations", 0, 0);
        // They are down from here on. An older generation that cannot be written anew, as on a full disk, has to go instead: it lacks the
        // tombstones.
        std::ignore = rewrite_older();
        auto pruned = prune(directory_, every_generation, *lock);
        if (!pruned) return pruned.error();
        std::erase_if(report_.rewritten, [&](std::uint64_t number) { return std::ranges::find(*pruned, number) != pruned->end(); });
        report_.dropped = std::move(*pruned);
        report_.generation = next.generation;
        report_.records = next.record_count;
        return std::move(report_);
    }

private:
    [[nodiscard]] const Manifest& live() const { return generations_.back(); }

    Result<void> read_generations() {
        const auto numbers = directory_.generations();
        if (!numbers) return numbers.error();
        for (const auto number : *numbers) {
            auto manifest = directory_.read_manifest(number);
            if (!manifest) return manifest.error();
            generations_.push_back(std::move(*manifest));
        }
        return {};
    }

    Result<void> find_all() {
        std::set<std::string> live_ids;
        std::set<std::string> all_ids;
        for (const auto& manifest : generations_) {
            for (const auto& segment : manifest.segments) {
                if (!doomed_.contains(segment.id)) {
                    auto doomed = find_doomed(directory_, segment, ids_);
                    if (!doomed) return doomed.error();
                    doomed_.emplace(segment.id, std::move(*doomed));
                }
                const auto& ids = doomed_[segment.id].ids;
                all_ids.insert(ids.begin(), ids.end());
                if (&manifest == &live()) live_ids.insert(ids.begin(), ids.end());
            }
        }
        for (const auto& id : ids_) {
            if (!all_ids.contains(id)) return unknown_id(live(), directory_, id);
            (live_ids.contains(id) ? report_.removed : report_.removed_from_older).push_back(id);
        }
        return {};
    }

    /// Each segment that holds some of them is written again without them, once for all generations.
    Result<void> write_segments() {
        SegmentList names(directory_, {}, live().generation + 1);
        for (const auto& manifest : generations_) {
            for (const auto& segment : manifest.segments) {
                const auto& doomed = doomed_[segment.id];
                if (doomed.docids.empty() || replaced_.contains(segment.id)) continue;
                auto input = input_of(directory_, segment);
                if (!input) return input.error();
                input->erased = doomed.docids;
                std::optional<SegmentEntry> entry;
                if (doomed.others > 0) {
                    progress_("writing " + std::to_string(doomed.others) + " records anew", 0, 0);
                    auto written = merge_segments(directory_, {&*input, 1}, names.new_id());
                    if (!written) return written.error();
                    entry = std::move(*written);
                }
                replaced_.emplace(segment.id, std::move(entry));
            }
        }
        return {};
    }

    std::vector<SegmentEntry> without_doomed(const Manifest& manifest) {
        std::vector<SegmentEntry> segments;
        for (const auto& segment : manifest.segments) {
            const auto replaced = replaced_.find(segment.id);
            if (replaced == replaced_.end()) {
                segments.push_back(segment);
                continue;
            }
            if (!replaced->second) continue;
            segments.push_back(*replaced->second);
            auto& kept = segments.back();
            std::ranges::set_difference(segment.deleted, doomed_[segment.id].docids, std::back_inserter(kept.deleted));
            if (kept.deleted.size() == kept.record_count) segments.pop_back();
        }
        return segments;
    }

    std::vector<Tombstone> with_tombstones(const Manifest& manifest) const {
        auto tombstones = manifest.tombstones;
        const auto date = successor(live(), {}).created.substr(0, std::string_view("2026-11-23").size());
        for (const auto& id : ids_) {
            if (manifest.tombstone(id) == nullptr) tombstones.push_back({.id = id, .date = date, .reason = reason_});
        }
        std::ranges::sort(tombstones, {}, &Tombstone::id);
        return tombstones;
    }

    /// After the switch: should this be cut off, the next run drops the generations that were not reached.
    Result<void> rewrite_older() {
        for (auto& manifest : generations_) {
            const bool had_some =
                std::ranges::any_of(manifest.segments, [&](const auto& segment) { return replaced_.contains(segment.id); });
            if (had_some && &manifest != &generations_.back()) report_.rewritten.push_back(manifest.generation);
            manifest.tombstones = with_tombstones(manifest);
            set_segments(manifest, without_doomed(manifest));
            // The report first: a generation with the tombstones counts as done.
            if (auto forgotten = forget_in_report(manifest.generation); !forgotten) return forgotten;
            if (auto written = replace_durably(directory_.generation_file(manifest.generation), format(manifest)); !written) return written;
        }
        return {};
    }

    Result<void> forget_in_report(std::uint64_t generation) const {
        const auto file = directory_.report_file(generation);
        std::error_code ignored;
        if (!std::filesystem::exists(file, ignored)) return {};
        const auto kept = MappedFile::open(file);
        if (const auto forgotten = kept ? forget_records(kept->bytes(), ids_) : std::nullopt) return replace_durably(file, *forgotten);
        // Damaged: it may name them still.
        std::filesystem::remove(file, ignored);
        return {};
    }

    IndexDirectory directory_;
    const std::set<std::string>& ids_;
    std::string reason_;
    const WorkProgress& progress_;
    std::vector<Manifest> generations_;                            ///< oldest first, the live one last
    std::map<std::string, Doomed> doomed_;                         ///< by segment
    std::map<std::string, std::optional<SegmentEntry>> replaced_;  ///< by old segment; nothing: nothing of it is left
    TakedownReport report_;
};

}  // namespace

Result<TakedownReport> take_down(const std::filesystem::path& index, const std::set<std::string>& ids, const std::string& reason,
                                 const WorkProgress& progress) {
    return Takedown(index, ids, reason, progress).run();
}

Result<std::uint64_t> allow_again(const std::filesystem::path& index, const std::set<std::string>& ids) {
    const IndexDirectory directory(index);
    if (const auto is_there = require_index(directory); !is_there) return is_there.error();
    const auto lock = WriterLock::acquire(directory, "remove --undo");
    if (!lock) return lock.error();
    // First of all: without the tombstones nothing would tell an older generation that a takedown, cut off, has not reached.
    if (auto pruned = prune(directory, every_generation, *lock, Leftovers::keep_chunks); !pruned) return pruned.error();
    const auto current = require_index(directory);
    if (!current) return current.error();
    const auto live = directory.read_manifest(*current);
    if (!live) return live.error();
    for (const auto& id : ids) {
        if (live->tombstone(id) == nullptr)
            return error_at(index.string(), "The record \"" + id + "\" was not taken down.", "Check the id.");
    }
    auto next = successor(*live, {.kind = ChangeKind::remove});
    std::erase_if(next.tombstones, [&](const Tombstone& tombstone) { return ids.contains(tombstone.id); });
    if (auto published = publish(directory, next, *lock); !published) return published.error();
    return next.generation;
}

}  // namespace palermo
