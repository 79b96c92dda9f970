// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/postgresql_cluster.hpp"

#include "tests/bench/process.hpp"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <thread>
#include <utility>
#include <vector>

namespace palermo::bench {
namespace {

namespace fs = std::filesystem;

const fs::path programs = "/usr/lib/postgresql/15/bin";

/// No port, durability off, memory as on a machine of its own, and no compiler for queries that take milliseconds.
constexpr std::array settings{"listen_addresses=",
                              "fsync=off",
                              "full_page_writes=off",
                              "synchronous_commit=off",
                              "wal_level=minimal",
                              "max_wal_senders=0",
                              "shared_buffers=1GB",
                              "work_mem=256MB",
                              "maintenance_work_mem=512MB",
                              "max_wal_size=8GB",
                              "jit=off"};

/// The server refuses to run as root: Debian's package has made a user for it.
const passwd* user_of_server() { return geteuid() == 0 ? getpwnam("postgres") : nullptr; }

}  // namespace

PostgresqlCluster::PostgresqlCluster(const LoadSetting& files) : files_(files), folder_(files.work / "postgresql") {
    if (!fs::exists(programs / "initdb")) return;
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    if (const auto* user = user_of_server(); user != nullptr && chown(folder_.c_str(), user->pw_uid, user->pw_gid) != 0) return;
    const auto data = (folder_ / "data").string();
    if (!run({"initdb", "--pgdata", data, "--username", "bench", "--auth", "trust", "--no-sync", "--encoding", "UTF8", "--locale", "C"}))
        return;
    std::vector<std::string> command{"postgres", "-D", data, "-c", "unix_socket_directories=" + folder_.string()};
    for (const auto* setting : settings) command.insert(command.end(), {"-c", setting});
    server_ = std::make_unique<Conversation>(as_server(std::move(command)), files_.log("postgresql-server"));
    if (!answers_soon()) server_.reset();
}

PostgresqlCluster::~PostgresqlCluster() {
    server_.reset();
    std::error_code none;
    fs::remove_all(folder_, none);
}

std::vector<std::string> PostgresqlCluster::as_server(std::vector<std::string> command) {
    command.front() = (programs / command.front()).string();
    // Should the benchmark be killed, the server has to go, too.
    std::vector<std::string> all{"setpriv", "--pdeathsig", "INT"};
    if (user_of_server() != nullptr) all.insert(all.end(), {"--reuid", "postgres", "--regid", "postgres", "--clear-groups"});
    all.insert(all.end(), command.begin(), command.end());
    return all;
}

bool PostgresqlCluster::run(std::vector<std::string> command) const {
    return run_process(as_server(std::move(command)), files_.log("postgresql")).exit_code == 0;
}

bool PostgresqlCluster::answers_soon() const {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    while (std::chrono::steady_clock::now() < deadline) {
        if (run({"pg_isready", "--quiet", "--host", folder_.string(), "--username", "bench"})) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    return false;
}

std::string PostgresqlCluster::make_database(const std::string& name) {
    const auto host = folder_.string();
    if (!server_ || !run({"createdb", "--host", host, "--username", "bench", name})) return {};
    return "host=" + host + " user=bench dbname=" + name;
}

}  // namespace palermo::bench
