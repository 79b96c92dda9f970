// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace palermo::bench {

/// Chance that is the same on every machine: the library's engine is, its distributions are not.
class Random {
public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    [[nodiscard]] double share() { return static_cast<double>(engine_() >> 11U) / 9007199254740992.0; }  ///< from 0 to below 1
    [[nodiscard]] std::size_t below(std::size_t limit) { return static_cast<std::size_t>(share() * static_cast<double>(limit)); }
    [[nodiscard]] std::size_t between(std::size_t first, std::size_t last) { return first + below(last - first + 1); }
    [[nodiscard]] bool chance(double likelihood) { return share() < likelihood; }

    /// One of them, all alike.
    template <class Values>
    [[nodiscard]] const auto& one_of(const Values& values) {
        return values[below(values.size())];
    }

private:
    std::mt19937_64 engine_;
};

/// Seeds for one of many: neighbours have nothing in common (splitmix64).
[[nodiscard]] std::uint64_t seed_of(std::uint64_t seed, std::uint64_t index);

/// Ranks from 0, each as often as Zipf's law with Mandelbrot's shift has it: 1 / (rank + 1 + shift). From about the rank `rare` on
/// frequencies fall with the square of the rank, as they do in large collections. Immutable.
class ZipfRanks {
public:
    ZipfRanks(std::size_t count, double shift, double rare = never);

    static constexpr double never = std::numeric_limits<double>::infinity();

    [[nodiscard]] std::size_t pick(Random& random) const;

private:
    std::vector<double> sums_;        ///< of the frequencies up to each rank
    std::vector<std::size_t> guide_;  ///< where in `sums_` each equal part of the whole begins: sums are millions, looks have to be few
};

}  // namespace palermo::bench
