// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/manifest.hpp"
#include "indexer/index/work_progress.hpp"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace palermo {

struct TakedownReport {
    std::uint64_t generation = 0;                 ///< the new live one
    std::uint64_t records = 0;                    ///< in it
    std::vector<std::string> removed;             ///< from the live generation
    std::vector<std::string> removed_from_older;  ///< that only older generations still had
    std::vector<std::uint64_t> rewritten;         ///< older generations that had some of them
    std::vector<std::uint64_t> dropped;           ///< older generations that could not be written without them, and are gone
};

/// Takes records down: they are gone from the new generation and from the older ones that are kept, with every word and every byte of their
/// text, and from the kept reports; a tombstone with id, date and reason stays. `reason` is one of takedown_reasons. Ids that no kept
/// generation has are an error, and nothing is done.
[[nodiscard]] Result<TakedownReport> take_down(const std::filesystem::path& index, const std::set<std::string>& ids,
                                               const std::string& reason, const WorkProgress& progress = tell_nobody);

/// Takes tombstones away, so that the records may be loaded again; they are not brought back. Gives the new generation.
[[nodiscard]] Result<std::uint64_t> allow_again(const std::filesystem::path& index, const std::set<std::string>& ids);

}  // namespace palermo
