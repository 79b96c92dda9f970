// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/config.hpp"
#include "searchd/handlers.hpp"
#include "searchd/http/server.hpp"
#include "searchd/search/search_pool.hpp"
#include "searchd/search/snapshot_holder.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/temp_index.hpp"

#include <cstddef>
#include <future>
#include <memory>
#include <string>

namespace palermo::test {

/// A case whose facts are one sentence.
[[nodiscard]] TestRecord case_with(const std::string& id, const std::string& fact);

/// The daemon without its program, on an index of one case, "by-ship". Its config says how.
class DaemonWorld {
public:
    explicit DaemonWorld(const Config& config, std::size_t max_waiting = 100);
    DaemonWorld(const DaemonWorld&) = delete;
    DaemonWorld& operator=(const DaemonWorld&) = delete;
    /// The program's own order: a search that ends hands its answer to the server's threads.
    ~DaemonWorld() { pool_->stop(); }

    [[nodiscard]] TempIndex& index() { return index_; }
    [[nodiscard]] HttpClient client() const { return HttpClient(server_->port()); }
    [[nodiscard]] SnapshotHolder& holder() { return *holder_; }
    [[nodiscard]] SearchPool& pool() { return *pool_; }

    /// The value of a line of /metrics: metric("palermo_generation"). Fails the test when there is none.
    [[nodiscard]] double metric(const std::string& name) const;
    [[nodiscard]] std::string metrics() const;

private:
    TempIndex index_{case_with("by-ship", "They came by ship.")};
    std::unique_ptr<SnapshotHolder> holder_;
    std::unique_ptr<SearchPool> pool_;
    std::unique_ptr<Handlers> handlers_;
    std::unique_ptr<http::Server> server_;
    std::unique_ptr<http::Server> metrics_server_;
};

/// Keeps a pool's only worker busy until the end of the scope.
class BusyWorker {
public:
    explicit BusyWorker(SearchPool& pool);
    BusyWorker(const BusyWorker&) = delete;
    BusyWorker& operator=(const BusyWorker&) = delete;
    ~BusyWorker();

private:
    std::promise<void> begun_;
    std::promise<void> release_;
    std::promise<void> ended_;
};

}  // namespace palermo::test
