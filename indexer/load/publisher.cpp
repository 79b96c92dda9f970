// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/publisher.hpp"

#include "indexer/index/layout.hpp"
#include "indexer/load/durable_file.hpp"
#include "indexer/load/utc_time.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <system_error>
#include <utility>

namespace palermo {
namespace {

namespace fs = std::filesystem;

bool has_all_tombstones(const Manifest& manifest, const Manifest& live) {
    return std::ranges::all_of(live.tombstones, [&](const Tombstone& each) { return manifest.tombstone(each.id) != nullptr; });
}

/// The newest of the generations that may stay, the live one first.
Result<std::vector<Manifest>> kept_manifests(const IndexDirectory& directory, std::uint64_t keep) {
    std::vector<Manifest> kept;
    auto numbers = directory.generations();
    if (!numbers) return numbers.error();
    const auto current = directory.current_generation();
    if (!current) return current.error();
    if (!*current) return kept;
    auto live = directory.read_manifest(**current);
    if (!live) return live.error();
    kept.push_back(std::move(*live));
    for (auto number = numbers->rbegin(); number != numbers->rend() && kept.size() < keep; ++number) {
        if (*number == kept.front().generation) continue;
        auto manifest = directory.read_manifest(*number);
        // A damaged old generation is no reason to keep its segments.
        if (manifest && has_all_tombstones(*manifest, kept.front())) kept.push_back(std::move(*manifest));
    }
    return kept;
}

/// Removes the entries of `parent` that `is_kept` does not want; a directory that does not exist has none.
template <class Predicate>
Result<void> remove_others(const fs::path& parent, Predicate is_kept) {
    std::error_code error;
    if (!fs::exists(parent, error)) return {};
    for (const auto& entry : fs::directory_iterator(parent)) {
        if (is_kept(entry.path())) continue;
        fs::remove_all(entry.path(), error);
        if (error) return disk_error(entry.path(), error.value());
    }
    return {};
}

Result<void> remove_unnamed(const IndexDirectory& directory, const std::vector<Manifest>& kept) {
    std::set<std::string> segments;
    std::set<std::string> generations;
    std::set<fs::path> vocabularies;
    for (const auto& manifest : kept) {
        generations.insert(directory.generation_file(manifest.generation).filename().string());
        generations.insert(directory.report_file(manifest.generation).filename().string());
        for (const auto& segment : manifest.segments) segments.insert(segment.id);
        for (const auto& vocabulary : manifest.vocabularies) vocabularies.insert(directory.absolute(vocabulary.file));
    }
    // Manifests first: what a generation names is there as long as it is.
    const auto named = [](const std::set<std::string>& names) {
        return [&names](const fs::path& path) { return names.contains(path.filename().string()); };
    };
    if (auto removed = remove_others(directory.root() / "generations", named(generations)); !removed) return removed;
    if (auto removed = remove_others(directory.root() / "segments", named(segments)); !removed) return removed;
    return remove_others(directory.root() / "vocabularies", [&](const fs::path& path) { return vocabularies.contains(path); });
}

/// Before the first file in generations/: what lies there without a pointer into it is damage, and never a reason to begin anew.
Result<void> begin_pointer(const IndexDirectory& directory) {
    const auto live = directory.current_generation();
    if (!live) return live.error();
    return *live ? Result<void>() : replace_durably(directory.current_file(), IndexDirectory::no_generation_yet);
}

}  // namespace

Manifest successor(const Manifest& live, const GenerationChange& change) {
    auto next = live;
    next.format_version = layout::format_version;
    next.generation = live.generation + 1;
    next.created = now_utc();
    next.created_by = "palermo-indexer " PALERMO_VERSION;
    next.change = change;
    return next;
}

void set_segments(Manifest& manifest, std::vector<SegmentEntry> segments) {
    manifest.record_count = 0;
    std::uint64_t words = 0;
    std::uint64_t documents = 0;
    for (const auto& segment : segments) {
        manifest.record_count += segment.record_count - segment.deleted.size();
        words += segment.word_count;
        documents += segment.record_count;
    }
    manifest.ranking = choose_ranking(words, documents);
    manifest.segments = std::move(segments);
}

Result<void> publish(const IndexDirectory& directory, const Manifest& manifest, const WriterLock&) {
    const auto file = directory.generation_file(manifest.generation);
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error) return disk_error(file.parent_path(), error.value());
    if (auto begun = begin_pointer(directory); !begun) return begun;
    if (auto written = replace_durably(file, format(manifest)); !written) return written;
    return replace_durably(directory.current_file(), std::to_string(manifest.generation) + '\n');
}

Result<void> write_report(const IndexDirectory& directory, std::uint64_t generation, std::string_view report) {
    const auto file = directory.report_file(generation);
    std::error_code error;
    if (auto begun = begin_pointer(directory); !begun) return begun;
    fs::create_directories(file.parent_path(), error);
    if (error) return disk_error(file.parent_path(), error.value());
    return replace_durably(file, report);
}

bool was_begun(const IndexDirectory& directory) {
    // Who writes signs first: in a directory without this file nothing is ours.
    std::error_code error;
    if (!fs::exists(directory.lock_file(), error)) return false;
    const auto& root = directory.root();
    const auto places = {directory.loading(), root / "segments", root / "vocabularies", root / "generations"};
    return std::ranges::any_of(places, [](const fs::path& place) {
        std::error_code none;
        return fs::directory_iterator(place, none) != fs::directory_iterator();
    });
}

Result<std::vector<std::uint64_t>> prune(const IndexDirectory& directory, std::uint64_t keep, const WriterLock&, Leftovers leftovers) {
    const auto before = directory.generations();
    if (!before) return before.error();
    const auto kept = kept_manifests(directory, std::max<std::uint64_t>(keep, 1));
    if (!kept) return kept.error();
    if (auto removed = remove_unnamed(directory, *kept); !removed) return removed.error();
    std::error_code error;
    if (leftovers == Leftovers::remove_all) fs::remove_all(directory.loading(), error);
    if (error) return disk_error(directory.loading(), error.value());
    // Of a switch that was cut off.
    fs::remove(fs::path(directory.current_file()) += ".new", error);
    std::vector<std::uint64_t> gone;
    std::ranges::copy_if(*before, std::back_inserter(gone),
                         [&](std::uint64_t number) { return std::ranges::find(*kept, number, &Manifest::generation) == kept->end(); });
    return gone;
}

}  // namespace palermo
