// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/kept_generations.hpp"

#include <algorithm>
#include <string>

namespace palermo {

Result<std::uint64_t> require_index(const IndexDirectory& directory) {
    const auto current = directory.current_generation();
    if (!current) return current.error();
    if (!*current) return no_index(directory.root());
    return **current;
}

Result<Manifest> read_kept_generation(const IndexDirectory& directory, std::uint64_t generation) {
    if (const auto live = require_index(directory); !live) return live.error();
    const auto kept = directory.generations();
    if (!kept) return kept.error();
    if (!std::ranges::binary_search(*kept, generation)) return not_kept(directory, generation);
    return directory.read_manifest(generation);
}

Diagnostic no_index(const std::filesystem::path& directory) {
    return error_at(directory.string(), "There is no index here.", "Make one with palermo-indexer load.", Cause::index);
}

Diagnostic not_kept(const IndexDirectory& directory, std::uint64_t generation) {
    const auto kept = directory.generations();
    if (!kept) return kept.error();
    std::string names;
    for (std::size_t i = 0; i < kept->size(); ++i) {
        if (i > 0) names += i + 1 == kept->size() ? " and " : ", ";
        names += std::to_string((*kept)[i]);
    }
    return error_at(directory.root().string(), "There is no generation " + std::to_string(generation) + " in this index.",
                    "It holds " + names + "; palermo-indexer history says what they are.");
}

}  // namespace palermo
