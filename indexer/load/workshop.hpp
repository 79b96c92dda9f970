// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/record_intake.hpp"
#include "corpus/result.hpp"
#include "indexer/analysis/analyzer.hpp"

#include <boost/asio/thread_pool.hpp>

#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <type_traits>
#include <utility>
#include <vector>

namespace palermo {

/// What one thread needs to read, check and analyse records.
struct Workbench {
    RecordIntake intake;
    Analyzer analyzer;
};

/// As many threads as may work at once, each on a workbench of its own. They stay: jemalloc gives back all that is free when a thread ends,
/// and a thread for each piece of work spends a tenth of its time on getting memory again. Safe to use from many threads.
class Workshop {
public:
    [[nodiscard]] static Result<std::unique_ptr<Workshop>> open(const std::filesystem::path& schemas, const IdentityPolicy& identity,
                                                                unsigned threads);

    /// What has not been begun is dropped: whoever has started something waits for it.
    ~Workshop();
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    [[nodiscard]] unsigned size() const { return static_cast<unsigned>(benches_.size()); }
    [[nodiscard]] const Vocabularies& vocabularies() const { return benches_.front()->intake.vocabularies(); }

    /// Has `work`, which is given a bench, done by the next free thread, in the order in which it was started. It may wait for what was
    /// started before.
    template <class Work>
    [[nodiscard]] auto start(Work work) {
        using Done = std::invoke_result_t<Work&, Workbench&>;
        auto task = std::make_shared<std::packaged_task<Done(Workbench&)>>(std::move(work));
        auto done = task->get_future();
        post([task = std::move(task)](Workbench& bench) { (*task)(bench); });
        return done;
    }

private:
    explicit Workshop(std::vector<std::unique_ptr<Workbench>> benches);

    void post(std::function<void(Workbench&)> task);
    [[nodiscard]] Workbench& take();
    void put_back(Workbench& bench);

    std::vector<std::unique_ptr<Workbench>> benches_;
    std::vector<Workbench*> free_;
    std::mutex mutex_;
    boost::asio::thread_pool threads_;  ///< ends first
};

}  // namespace palermo
