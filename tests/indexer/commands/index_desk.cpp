// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/indexer/commands/index_desk.hpp"

#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace palermo::test {

Finished IndexDesk::run(const std::string& command, std::vector<std::string> arguments, const std::string& input) const {
    arguments.insert(arguments.begin(), {PALERMO_INDEXER, command, "--index", index()});
    return palermo::test::run(arguments, input);
}

boost::json::value IndexDesk::ask(const std::string& command, std::vector<std::string> arguments) const {
    arguments.emplace_back("--json");
    const auto finished = run(command, std::move(arguments));
    INFO(finished.out << finished.err);
    boost::system::error_code error;
    auto value = boost::json::parse(finished.out, error);
    REQUIRE_FALSE(error);
    return value;
}

Finished IndexDesk::load(std::vector<std::string> options) const {
    options.push_back(records());
    return run("load", std::move(options));
}

void IndexDesk::load_one(const TestRecord& record) const {
    const auto loaded = run("load", {"-"}, to_xml(record));
    INFO(loaded.out << loaded.err);
    REQUIRE(loaded.exit_code == 0);
}

std::int64_t IndexDesk::records_with(const std::string& facet, const std::string& value) const {
    const TempDirectory target;
    const auto exported = run("export", {"--where", facet + '=' + value, (target.path() / "out").string()});
    if (exported.exit_code == 2) return 0;  // a value that no record has
    const std::filesystem::directory_iterator files(target.path() / "out");
    return std::distance(begin(files), end(files));
}

std::map<std::string, std::string> IndexDesk::files() const {
    std::map<std::string, std::string> all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory_->path())) {
        std::ifstream stream(entry.path(), std::ios::binary);
        all[entry.path().string()] = entry.is_regular_file() ? std::string(std::istreambuf_iterator<char>(stream), {}) : "directory";
    }
    return all;
}

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace palermo::test
