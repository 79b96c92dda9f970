// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/palermo.hpp"

#include "tests/support/catch.hpp"

#include <boost/json/parse.hpp>

#include <string_view>
#include <thread>

namespace palermo::test {
namespace {

std::vector<std::string> command(const std::filesystem::path& index, const std::vector<std::string>& options) {
    std::vector<std::string> argv{PALERMO_SEARCHD, "--index", index.string(), "--listen", "127.0.0.1:0", "--log-level", "error"};
    argv.insert(argv.end(), options.begin(), options.end());
    return argv;
}

std::uint16_t port_in(const std::string& line) {
    constexpr std::string_view beginning = "listening on http://127.0.0.1:";
    INFO(line);
    REQUIRE(line.starts_with(beginning));
    return static_cast<std::uint16_t>(std::stoul(line.substr(beginning.size())));
}

}  // namespace

TestRecord case_of(const std::string& id, const std::string& fact) {
    TestRecord record;
    record.id = id;
    record.title = "The State v. " + id;
    record.facts = {fact};
    return record;
}

std::filesystem::path write_case(const TempDirectory& directory, const TestRecord& record) {
    return directory.write("cases/" + record.id + ".xml", to_xml(record));
}

void load(const std::filesystem::path& index, const std::vector<std::filesystem::path>& sources) {
    std::vector<std::string> argv{PALERMO_INDEXER, "load", "--index", index.string()};
    for (const auto& source : sources) argv.push_back(source.string());
    const auto finished = run(argv);
    INFO(finished.out << finished.err);
    REQUIRE(finished.exit_code == 0);
}

std::filesystem::path bundled_index(const TempDirectory& directory) {
    auto index = directory.path() / "index";
    load(index, {std::filesystem::path(PALERMO_SOURCE_DIR) / "corpus/cases"});
    return index;
}

Daemon::Daemon(const std::filesystem::path& index, const std::vector<std::string>& options)
    : process_(command(index, options)), port_(port_in(process_.read_line())) {}

boost::json::value search(HttpClient& client, const std::string& query) {
    const auto reply = client.get("/api/v1/search?" + query);
    INFO(query << '\n' << reply.body);
    REQUIRE(reply.status == 200);
    return boost::json::parse(reply.body);
}

std::uint64_t total(const boost::json::value& answer) { return answer.at("total").to_number<std::uint64_t>(); }

std::vector<std::string> ids_in_order(HttpClient& client, const std::string& query) {
    std::vector<std::string> ids;
    for (int page = 1;; ++page) {
        const auto answer = search(client, query + "&size=100&page=" + std::to_string(page));
        const auto& hits = answer.at("hits").as_array();
        for (const auto& hit : hits) ids.emplace_back(hit.at("id").as_string());
        if (hits.empty() || ids.size() >= total(answer)) return ids;
    }
}

std::set<std::string> all_ids(HttpClient& client, const std::string& query) {
    const auto ids = ids_in_order(client, query);
    return {ids.begin(), ids.end()};
}

bool eventually(const std::function<bool()>& holds, std::chrono::seconds patience) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return true;
}

}  // namespace palermo::test
