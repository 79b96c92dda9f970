// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/open_view.hpp"

#include "indexer/index/kept_generations.hpp"

#include <chrono>
#include <system_error>
#include <thread>
#include <utility>

namespace palermo::commands {
namespace {

namespace fs = std::filesystem;

/// A writer takes moments to remove an old generation, and does so once a load.
constexpr int max_attempts = 10;
constexpr std::chrono::milliseconds between_attempts{50};

Result<WorkerView> try_to_open(const IndexDirectory& directory, std::uint64_t generation) {
    auto snapshot = Snapshot::open(directory, generation);
    if (!snapshot) return snapshot.error();
    return WorkerView::open(std::move(*snapshot));
}

}  // namespace

Result<WorkerView> open_view(const fs::path& index, std::optional<std::uint64_t> generation) {
    const IndexDirectory directory(index);
    for (int attempt = 1;; ++attempt) {
        const auto live = require_index(directory);
        if (!live) return live.error();
        const auto wanted = generation.value_or(*live);
        std::error_code error;
        if (generation && (wanted > *live || !fs::exists(directory.generation_file(wanted), error))) return not_kept(directory, wanted);
        auto view = try_to_open(directory, wanted);
        if (view) return view;
        // Pruned meanwhile, or damaged? What is being pruned is not the live generation, and soon has no manifest.
        const auto now_live = directory.current_generation();
        if (!now_live || *now_live == wanted || attempt == max_attempts) return view.error();
        std::this_thread::sleep_for(between_attempts);
    }
}

}  // namespace palermo::commands
