// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/random.hpp"

#include <algorithm>

namespace palermo::bench {
namespace {

constexpr std::size_t parts = 4'096;

}  // namespace

std::uint64_t seed_of(std::uint64_t seed, std::uint64_t index) {
    auto mixed = seed + (index + 1) * 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
}

ZipfRanks::ZipfRanks(std::size_t count, double shift, double rare) {
    double sum = 0;
    for (std::size_t i = 1; i <= count; ++i) {
        const auto rank = static_cast<double>(i);
        sums_.push_back(sum += 1 / (rank + shift) / (1 + rank / rare));
    }
    for (std::size_t part = 0; part <= parts; ++part) {
        const auto found = std::ranges::lower_bound(sums_, static_cast<double>(part) / parts * sum);
        guide_.push_back(static_cast<std::size_t>(found - sums_.begin()));
    }
}

std::size_t ZipfRanks::pick(Random& random) const {
    const auto share = random.share();
    const auto part = static_cast<std::size_t>(share * parts);
    const auto first = sums_.begin() + static_cast<std::ptrdiff_t>(guide_[part]);
    const auto last = sums_.begin() + static_cast<std::ptrdiff_t>(std::min(guide_[part + 1] + 1, sums_.size() - 1));
    return static_cast<std::size_t>(std::lower_bound(first, last, share * sums_.back()) - sums_.begin());
}

}  // namespace palermo::bench
