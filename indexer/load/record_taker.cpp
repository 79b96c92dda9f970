// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/record_taker.hpp"

#include <cstddef>
#include <deque>
#include <future>
#include <system_error>
#include <utility>
#include <vector>

namespace palermo {
namespace {

/// A batch is what one thread takes at a time: so many sources, or so many bytes of them.
constexpr std::size_t sources_in_batch = 64;
constexpr std::size_t bytes_in_batch = std::size_t{256} << 10U;
constexpr std::size_t batches_a_bench = 2;

std::size_t size_of(const RecordSource& source) {
    if (const auto* file = std::get_if<RecordFile>(&source)) {
        std::error_code error;
        const auto size = std::filesystem::file_size(file->path, error);
        return error ? 0 : size;
    }
    if (const auto* text = std::get_if<SourceText>(&source)) return text->text().size();
    return std::get<HeldRecord>(source).xml.size;
}

/// Takes the next batch off the front.
std::span<const RecordSource> next_batch(std::span<const RecordSource>& sources) {
    std::size_t count = 0;
    for (std::size_t bytes = 0; count < sources.size() && count < sources_in_batch && bytes < bytes_in_batch; ++count)
        bytes += size_of(sources[count]);
    const auto batch = sources.first(count);
    sources = sources.subspan(count);
    return batch;
}

/// What is being read. Nobody may still be at it when those who asked have gone.
struct Batches : std::deque<std::future<std::vector<TakenRecord>>> {
    Batches() = default;
    Batches(const Batches&) = delete;
    Batches& operator=(const Batches&) = delete;
    ~Batches() {
        for (const auto& batch : *this) batch.wait();
    }
};

}  // namespace

Result<void> take_records(std::span<const RecordSource> sources, const LiveGeneration& live, Workshop& workshop, bool rules_changed,
                          const std::function<Result<void>(TakenRecord)>& take) {
    Batches batches;
    while (!sources.empty() || !batches.empty()) {
        while (!sources.empty() && batches.size() < batches_a_bench * workshop.size()) {
            batches.push_back(workshop.start([&live, rules_changed, batch = next_batch(sources)](const Workbench& bench) {
                std::vector<TakenRecord> taken;
                for (const auto& source : batch) taken.push_back(take_record(source, live, bench.intake, rules_changed));
                return taken;
            }));
        }
        auto batch = batches.front().get();
        batches.pop_front();
        for (auto& taken : batch) {
            if (auto carried = take(std::move(taken)); !carried) return carried;
        }
    }
    return {};
}

}  // namespace palermo
