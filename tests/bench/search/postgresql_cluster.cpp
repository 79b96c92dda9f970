// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/postgresql_cluster.hpp"

#include "tests/bench/process.hpp"

#include <pwd.h>
#include <unistd.h>

#include <vector>

namespace palermo::bench {
namespace {

namespace fs = std::filesystem;

const fs::path programs = "/usr/lib/postgresql/15/bin";

/// The server refuses to run as root: Debian's package has made a user for it.
const passwd* user_of_server() { return geteuid() == 0 ? getpwnam("postgres") : nullptr; }

}  // namespace

PostgresqlCluster::PostgresqlCluster(const LoadSetting& files) : files_(files), folder_(files.work / "postgresql") {
    if (!fs::exists(programs / "initdb")) return;
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    if (const auto* user = user_of_server(); user != nullptr && chown(folder_.c_str(), user->pw_uid, user->pw_gid) != 0) return;
    const auto data = (folder_ / "data").string();
    // Durability off, memory as for a machine of its own.
    const auto settings = "-c listen_addresses='' -c unix_socket_directories=" + folder_.string() +
                          " -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c wal_level=minimal -c max_wal_senders=0"
                          " -c shared_buffers=1GB -c work_mem=256MB -c maintenance_work_mem=512MB -c max_wal_size=8GB -c jit=off";
    runs_ =
        run({"initdb", "--pgdata", data, "--username", "bench", "--auth", "trust", "--no-sync", "--encoding", "UTF8", "--locale", "C"}) &&
        run({"pg_ctl", "--pgdata", data, "--wait", "--log", (folder_ / "server.log").string(), "--options", settings, "start"});
}

PostgresqlCluster::~PostgresqlCluster() {
    if (runs_) (void)run({"pg_ctl", "--pgdata", (folder_ / "data").string(), "--wait", "--mode", "immediate", "stop"});
    std::error_code none;
    fs::remove_all(folder_, none);
}

bool PostgresqlCluster::run(std::vector<std::string> command) const {
    command.front() = (programs / command.front()).string();
    if (user_of_server() != nullptr) command.insert(command.begin(), {"setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"});
    return run_process(command, files_.log("postgresql")).exit_code == 0;
}

std::string PostgresqlCluster::make_database(const std::string& name) {
    const auto host = folder_.string();
    if (!runs_ || !run({"createdb", "--host", host, "--username", "bench", name})) return {};
    return "host=" + host + " user=bench dbname=" + name;
}

}  // namespace palermo::bench
