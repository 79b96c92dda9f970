// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/load_setting.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace palermo::bench {

/// A PostgreSQL server of our own: in a folder of build/bench, on a socket in it, without a port. Stopped and removed when it goes out of
/// scope.
class PostgresqlCluster {
public:
    explicit PostgresqlCluster(const LoadSetting& files);
    PostgresqlCluster(const PostgresqlCluster&) = delete;
    PostgresqlCluster& operator=(const PostgresqlCluster&) = delete;
    ~PostgresqlCluster();

    /// An empty database of this name, for libpq; an empty text when the server is not installed or does not start.
    [[nodiscard]] std::string make_database(const std::string& name);

private:
    [[nodiscard]] bool run(std::vector<std::string> command) const;

    const LoadSetting& files_;
    std::filesystem::path folder_;
    bool runs_ = false;
};

}  // namespace palermo::bench
