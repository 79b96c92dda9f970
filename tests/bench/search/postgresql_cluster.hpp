// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/load_setting.hpp"
#include "tests/bench/search/conversation.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace palermo::bench {

/// A PostgreSQL server of our own: in a folder of build/bench, on a socket in it, without a port. Stopped and removed when it goes out of
/// scope; stopped also when the benchmark is.
class PostgresqlCluster {
public:
    explicit PostgresqlCluster(const LoadSetting& files);
    PostgresqlCluster(const PostgresqlCluster&) = delete;
    PostgresqlCluster& operator=(const PostgresqlCluster&) = delete;
    ~PostgresqlCluster();

    /// An empty database of this name, for libpq; an empty text when the server is not installed or does not start.
    [[nodiscard]] std::string make_database(const std::string& name);

private:
    [[nodiscard]] static std::vector<std::string> as_server(std::vector<std::string> command);
    [[nodiscard]] bool run(std::vector<std::string> command) const;
    [[nodiscard]] bool answers_soon() const;

    const LoadSetting& files_;
    std::filesystem::path folder_;
    std::unique_ptr<Conversation> server_;
};

}  // namespace palermo::bench
