// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/proximity.hpp"

#include "searchd/search/weights.hpp"

#include <algorithm>

namespace palermo {
namespace {

/// Words farther apart than this have nothing to do with each other.
constexpr std::uint32_t reach = 8;

/// Each occurrence of the left word adds by the distance of the nearest right one: 1 for a neighbour behind it, a quarter at two words.
double nearness(const std::vector<PositionSpan>& left, const std::vector<PositionSpan>& right) {
    double sum = 0;
    for (const auto& one : left) {
        auto nearest = reach + 1;
        const auto behind = std::ranges::upper_bound(right, one.last, {}, &PositionSpan::first);
        if (behind != right.end()) nearest = std::min(nearest, behind->first - one.last);
        // The other order is a little less telling: as if one word stood between.
        const auto before = std::ranges::lower_bound(right, one.first, {}, &PositionSpan::first);
        if (before != right.begin()) nearest = std::min(nearest, one.first - std::prev(before)->last + 1);
        if (nearest <= reach) sum += 1.0 / (static_cast<double>(nearest) * static_cast<double>(nearest));
    }
    return sum;
}

}  // namespace

double proximity_bonus(std::span<const ProximityWord> words, DocumentPositions& positions) {
    std::vector<const PositionPattern*> patterns;
    for (const auto& word : words) patterns.push_back(&word.pattern);
    positions.narrow_to(patterns);
    double bonus = 0;
    std::vector<PositionSpan> left;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto right = find_spans(words[i].pattern, positions);
        if (i > 0 && !left.empty() && !right.empty()) {
            const auto sum = nearness(left, right);
            bonus += std::min(words[i - 1].weight, words[i].weight) * sum / (sum + 1);
        }
        left = std::move(right);
    }
    return bonus * weights::nearness;
}

double most_proximity_bonus(std::span<const ProximityWord> words) {
    double bonus = 0;
    for (std::size_t i = 1; i < words.size(); ++i) bonus += std::min(words[i - 1].weight, words[i].weight);
    return bonus * weights::nearness;
}

}  // namespace palermo
