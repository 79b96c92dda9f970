// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/http_client.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_directory.hpp"
#include "tests/support/test_record.hpp"

#include <boost/json/value.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace palermo::test {

/// A record with one paragraph of facts.
[[nodiscard]] TestRecord case_of(const std::string& id, const std::string& fact);

/// Writes DIRECTORY/cases/ID.xml and gives its path.
std::filesystem::path write_case(const TempDirectory& directory, const TestRecord& record);

/// `palermo-indexer load` over files and directories; requires exit code 0.
void load(const std::filesystem::path& index, const std::vector<std::filesystem::path>& sources);

/// An index of the bundled cases in the directory.
[[nodiscard]] std::filesystem::path bundled_index(const TempDirectory& directory);

/// A running palermo-searchd on a port of its own.
class Daemon {
public:
    explicit Daemon(const std::filesystem::path& index, const std::vector<std::string>& options = {});

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] HttpClient client() const { return HttpClient(port_); }
    [[nodiscard]] RunningProcess& process() { return process_; }

private:
    RunningProcess process_;
    std::uint16_t port_;
};

/// The JSON answer to "/api/v1/search?" + query; requires status 200.
[[nodiscard]] boost::json::value search(HttpClient& client, const std::string& query);

[[nodiscard]] std::uint64_t total(const boost::json::value& answer);

/// The ids of all hits as they come, over all pages.
[[nodiscard]] std::vector<std::string> ids_in_order(HttpClient& client, const std::string& query);

/// The same, for questions of which and not of order.
[[nodiscard]] std::set<std::string> all_ids(HttpClient& client, const std::string& query);

/// Asks again and again until it holds; false when it never does within `patience`.
[[nodiscard]] bool eventually(const std::function<bool()>& holds, std::chrono::seconds patience = std::chrono::seconds{30});

}  // namespace palermo::test
