// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::test {
namespace {

/// A line of expectations.txt, which says how it is to be read.
struct Expectation {
    std::size_t line = 0;
    std::string query;
    std::string first;  ///< id; empty: any may come first
    std::set<std::string> found;
    std::set<std::string> not_found;
    bool only = false;
    bool is_mistake = false;
    std::string repair;
    bool is_known = false;  ///< not to hold
};

std::filesystem::path here() { return std::filesystem::path(PALERMO_SOURCE_DIR) / "tests" / "e2e"; }

std::string trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

/// With one blank between words and none at the ends.
std::string folded_blanks(const std::string& text) {
    std::istringstream words(text);
    std::string folded;
    for (std::string word; words >> word;) folded += (folded.empty() ? "" : " ") + word;
    return folded;
}

void read_found(const std::string& column, Expectation& expectation) {
    constexpr std::string_view mistake = "mistake:";
    constexpr std::string_view first = "first:";
    if (column.starts_with(mistake)) {
        expectation.is_mistake = true;
        expectation.repair = folded_blanks(column.substr(mistake.size()));
        return;
    }
    std::istringstream ids(column);
    for (std::string id; ids >> id;) {
        if (id == "none") {
            expectation.only = true;
            continue;
        }
        if (id.starts_with(first)) expectation.first = id = id.substr(first.size());
        expectation.found.insert(id);
    }
}

Expectation read_line(const std::string& line, std::size_t number) {
    const auto second = line.rfind('|');
    const auto first = line.rfind('|', second - 1);
    INFO("line " << number << ": " << line);
    REQUIRE(first < second);
    REQUIRE(second != std::string::npos);
    Expectation expectation{
        .line = number, .query = trimmed(line.substr(0, first)), .first = {}, .found = {}, .not_found = {}, .repair = {}};
    if (expectation.query.starts_with("! ")) {
        expectation.is_known = true;
        expectation.query = trimmed(expectation.query.substr(1));
    }
    read_found(trimmed(line.substr(first + 1, second - first - 1)), expectation);
    std::istringstream ids(line.substr(second + 1));
    for (std::string id; ids >> id;) {
        if (id == "others")
            expectation.only = true;
        else
            expectation.not_found.insert(id);
    }
    return expectation;
}

std::vector<Expectation> expectations() {
    std::vector<Expectation> all;
    std::ifstream file(here() / "expectations.txt");
    std::size_t number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        if (!trimmed(line).empty() && !line.starts_with("# ") && line != "#") all.push_back(read_line(line, number));
    }
    return all;
}

std::string joined(const std::vector<std::string>& ids) {
    std::string all;
    for (const auto& id : ids) all += (all.empty() ? "" : " ") + id;
    return all.empty() ? "nothing" : all;
}

std::string wrong_with_hits(const Expectation& expected, const std::vector<std::string>& found) {
    const auto is_found = [&](const std::string& id) { return std::ranges::find(found, id) != found.end(); };
    for (const auto& id : expected.found) {
        if (!is_found(id)) return id + " is not found, but " + joined(found);
    }
    for (const auto& id : found) {
        if (expected.not_found.contains(id) || (expected.only && !expected.found.contains(id)))
            return id + " is found, among " + joined(found);
    }
    if (!expected.first.empty() && found.front() != expected.first) return expected.first + " does not come first: " + joined(found);
    return {};
}

/// What is wrong with the answer to a query; empty when it is as expected.
std::string wrong_with(const Expectation& expected, HttpClient& client) {
    const auto reply = client.get("/api/v1/search?size=100&q=" + url_encode(expected.query));
    const auto answer = boost::json::parse(reply.body);
    if (expected.is_mistake) {
        if (reply.status != 400) return "it is no mistake to the program";
        const auto repair = folded_blanks(std::string(answer.at("repair").as_string()));
        return repair == expected.repair ? std::string() : "the repair is " + repair;
    }
    if (reply.status != 200) return "it is refused: " + std::string(answer.at("detail").as_string());
    std::vector<std::string> found;
    for (const auto& hit : answer.at("hits").as_array()) found.emplace_back(hit.at("id").as_string());
    return wrong_with_hits(expected, found);
}

}  // namespace

TEST_CASE("queries find what a lawyer would expect", "[e2e]") {
    const TempDirectory directory;
    const auto index = directory.path() / "index";
    load(index, {here() / "expectation-records"});
    const Daemon daemon(index);
    auto client = daemon.client();
    const auto all = expectations();
    REQUIRE(all.size() >= 120);
    for (const auto& expected : all) {
        const auto wrong = wrong_with(expected, client);
        INFO("expectations.txt:" << expected.line << ": " << expected.query);
        if (expected.is_known)
            CHECK(wrong != "");
        else
            CHECK(wrong == "");
    }
}

}  // namespace palermo::test
