// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/resident_memory.hpp"
#include "searchd/http/exchange.hpp"
#include "searchd/search/phase_times.hpp"
#include "searchd/search/result_cache.hpp"
#include "searchd/search/snapshot_holder.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace palermo {

inline constexpr std::string_view metrics_content_type = "text/plain; version=0.0.4; charset=utf-8";

/// What is not counted but looked up when somebody asks.
struct ServiceState {
    std::uint64_t generation = 0;
    std::uint64_t records = 0;
    std::uint64_t segments = 0;
    bool has_trouble = false;  ///< a newer generation cannot be used
    SnapshotHolder::Switches switches;
    std::size_t searches_waiting = 0;
    std::uint64_t searchers_opened_late = 0;
    ResultCache::Statistics cache;
    ResidentMemory memory;
};

/// Counts what the daemon does, for its operator: routes, statuses, sizes and times; never what was searched, nor by whom. Every function
/// may be called from any thread.
class Metrics {
public:
    Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;
    ~Metrics();

    void count(const http::Exchange& exchange);
    /// Phases that did not come about are not counted.
    void count(const PhaseTimes& times);
    /// A search that no worker could take, and one that took too long.
    void count_refusal();
    void count_timeout();

    /// All of it in the Prometheus text format, 0.0.4. `version` is the program's.
    [[nodiscard]] std::string text(const ServiceState& state, const std::string& version) const;

private:
    struct Registers;
    std::unique_ptr<Registers> registers_;
};

}  // namespace palermo
