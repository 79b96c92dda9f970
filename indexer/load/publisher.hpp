// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/index_directory.hpp"
#include "indexer/index/manifest.hpp"
#include "indexer/load/writer_lock.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace palermo {

/// Generations that stay on disk unless the librarian says otherwise, the live one among them: a reader that opened one goes on reading it,
/// and it can be gone back to. They share their segments, so they cost little.
inline constexpr std::uint64_t kept_generations = 10;

/// The manifest of the generation that follows `live`: everything is the same but its number, its time and how it came about.
[[nodiscard]] Manifest successor(const Manifest& live, const GenerationChange& change);

/// Gives the manifest its segments, and what follows from them: the number of records and how they are ranked.
void set_segments(Manifest& manifest, std::vector<SegmentEntry> segments);

/// Writes the manifest, then makes it the live generation by replacing `current`: the one irreversible line of a load.
[[nodiscard]] Result<void> publish(const IndexDirectory& directory, const Manifest& manifest, const WriterLock& lock);

/// Keeps a report beside the manifest that comes next.
[[nodiscard]] Result<void> write_report(const IndexDirectory& directory, std::uint64_t generation, std::string_view report);

/// For prune(): what is kept is the load's business.
inline constexpr std::uint64_t every_generation = ~std::uint64_t{0};

/// Whether prune() leaves what an interrupted load has built, so that the next one can go on with it.
enum class Leftovers { keep_chunks, remove_all };

/// Whether a load that was cut off has left something here, though there is no generation yet, which alone makes an index.
[[nodiscard]] bool was_begun(const IndexDirectory& directory);

/// Removes all generations but the `keep` newest and what no kept one names: old segments, leftovers of loads that were cut off. Also
/// generations that still show what the live one has taken down. Harmless to readers of the kept ones. Gives the numbers of those removed.
[[nodiscard]] Result<std::vector<std::uint64_t>> prune(const IndexDirectory& directory, std::uint64_t keep, const WriterLock& lock,
                                                       Leftovers leftovers = Leftovers::remove_all);

}  // namespace palermo
