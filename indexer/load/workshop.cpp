// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/workshop.hpp"

#include <boost/asio/post.hpp>

namespace palermo {

Result<std::unique_ptr<Workshop>> Workshop::open(const std::filesystem::path& schemas, const IdentityPolicy& identity, unsigned threads) {
    std::vector<std::unique_ptr<Workbench>> benches;
    for (unsigned i = 0; i < threads; ++i) {
        auto intake = RecordIntake::open(schemas, identity);
        if (!intake) return intake.error();
        benches.push_back(std::make_unique<Workbench>(Workbench{.intake = std::move(*intake), .analyzer = {}}));
    }
    return std::unique_ptr<Workshop>(new Workshop(std::move(benches)));
}

Workshop::Workshop(std::vector<std::unique_ptr<Workbench>> benches) : benches_(std::move(benches)), threads_(benches_.size()) {
    for (const auto& bench : benches_) free_.push_back(bench.get());
}

Workshop::~Workshop() = default;

void Workshop::post(std::function<void(Workbench&)> task) {
    boost::asio::post(threads_, [this, task = std::move(task)] {
        auto& bench = take();
        task(bench);
        put_back(bench);
    });
}

/// There is one: no more tasks run than there are benches.
Workbench& Workshop::take() {
    const std::lock_guard lock(mutex_);
    auto* bench = free_.back();
    free_.pop_back();
    return *bench;
}

void Workshop::put_back(Workbench& bench) {
    const std::lock_guard lock(mutex_);
    free_.push_back(&bench);
}

}  // namespace palermo
