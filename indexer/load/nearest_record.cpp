// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/nearest_record.hpp"

#include "corpus/nearest.hpp"
#include "indexer/load/live_generation.hpp"

#include <utility>
#include <vector>

namespace palermo {

std::optional<std::string> nearest_record(const IndexDirectory& directory, const std::string& id) {
    const auto live = LiveGeneration::open(directory);
    if (!live) return std::nullopt;
    std::vector<std::string> ids;
    for (auto& record : live->all()) ids.push_back(std::move(record.id));
    return nearest(id, ids);
}

}  // namespace palermo
