// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/workshop.hpp"

namespace palermo {

Result<std::unique_ptr<Workshop>> Workshop::open(const std::filesystem::path& schemas, const IdentityPolicy& identity, unsigned benches) {
    auto workshop = std::make_unique<Workshop>();
    for (unsigned i = 0; i < benches; ++i) {
        auto intake = RecordIntake::open(schemas, identity);
        if (!intake) return intake.error();
        workshop->benches_.push_back(std::make_unique<Workbench>(Workbench{.intake = std::move(*intake), .analyzer = {}}));
        workshop->free_.push_back(workshop->benches_.back().get());
    }
    return workshop;
}

Workbench* Workshop::take() {
    std::unique_lock lock(mutex_);
    put_back_.wait(lock, [this] { return !free_.empty(); });
    auto* bench = free_.back();
    free_.pop_back();
    return bench;
}

void Workshop::put_back(Workbench* bench) {
    {
        const std::lock_guard lock(mutex_);
        free_.push_back(bench);
    }
    put_back_.notify_one();
}

}  // namespace palermo
