// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/recent_entries.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace palermo {

/// Which state of the collection an answer was made from.
struct Epoch {
    std::uint64_t generation = 0;
    std::string created;  ///< when it was published: tells two indexes apart that have one number

    friend bool operator==(const Epoch&, const Epoch&) = default;
};

/// Answers that are kept for those who ask the same again: rendered, so that what is given the second time is byte for byte what was given
/// the first. Holds answers of one epoch only and at most so many bytes of them; those not asked for the longest go first. Every function
/// may be called from any thread.
class ResultCache {
public:
    /// With 0 bytes it keeps nothing.
    explicit ResultCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    [[nodiscard]] bool is_on() const { return most_bytes_ > 0; }

    /// Drops all answers, and takes only those of this epoch from now on.
    void begin(const Epoch& epoch);

    /// The answer to `question`, which names all that changes it but for the epoch; null when none is kept.
    [[nodiscard]] std::shared_ptr<const std::string> find(const Epoch& epoch, const std::string& question);

    /// Keeps an answer, unless it is of another epoch than the one that has begun or too large to be worth it.
    void keep(const Epoch& epoch, const std::string& question, std::string_view answer);

    struct Statistics {
        std::uint64_t hits = 0;
        std::uint64_t misses = 0;
        std::uint64_t evictions = 0;  ///< answers that went to make room; those that a new epoch dropped are not among them
        std::uint64_t entries = 0;
        std::uint64_t bytes = 0;
        std::uint64_t most_bytes = 0;
    };
    [[nodiscard]] Statistics statistics() const;

private:
    using Entries = RecentEntries<std::shared_ptr<const std::string>>;  ///< by the question

    const std::size_t most_bytes_;

    mutable std::mutex mutex_;  // guards all below
    Epoch epoch_;
    Entries entries_{most_bytes_};
    std::uint64_t hits_ = 0;
    std::uint64_t misses_ = 0;
    std::uint64_t evictions_ = 0;
};

}  // namespace palermo
