// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/record_intake.hpp"
#include "corpus/result.hpp"
#include "indexer/analysis/analyzer.hpp"

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace palermo {

/// What one thread needs to read, check and analyse records.
struct Workbench {
    RecordIntake intake;
    Analyzer analyzer;
};

/// As many workbenches as threads may work at once. Safe to use from many threads: who finds none free waits.
class Workshop {
public:
    [[nodiscard]] static Result<std::unique_ptr<Workshop>> open(const std::filesystem::path& schemas, const IdentityPolicy& identity,
                                                                unsigned benches);

    [[nodiscard]] unsigned size() const { return static_cast<unsigned>(benches_.size()); }
    [[nodiscard]] const Vocabularies& vocabularies() const { return benches_.front()->intake.vocabularies(); }

    /// Runs `work` on a bench of its own.
    template <class Work>
    auto use(Work&& work) {
        const Place place(*this);
        return std::forward<Work>(work)(*place.bench);
    }

private:
    /// A bench that is taken, and put back at the end of the scope.
    struct Place {
        explicit Place(Workshop& shop) : workshop(shop), bench(shop.take()) {}
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;
        ~Place() { workshop.put_back(bench); }

        Workshop& workshop;
        Workbench* bench;
    };

    [[nodiscard]] Workbench* take();
    void put_back(Workbench* bench);

    std::vector<std::unique_ptr<Workbench>> benches_;
    std::vector<Workbench*> free_;
    std::mutex mutex_;
    std::condition_variable put_back_;
};

}  // namespace palermo
