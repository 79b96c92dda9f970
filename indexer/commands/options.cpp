// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/options.hpp"

#include "indexer/commands/schemas_directory.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace palermo::commands {

void add_index(CLI::App& command, std::filesystem::path& index) {
    const CLI::Validator named([](std::string& text) { return text.empty() ? "the name of a directory is needed here" : ""; }, "");
    command.add_option("--index", index, "Directory of the index")->required()->type_name("DIR")->check(named);
}

void add_schemas(CLI::App& command, std::filesystem::path& schemas) {
    schemas = default_schemas_directory();
    command.add_option("--schemas", schemas, "Directory with case-record.xsd and the vocabularies")
        ->type_name("DIR")
        ->capture_default_str();
}

void add_paths(CLI::App& command, std::vector<std::string>& paths) {
    command.add_option("paths", paths, "Record files, directories of them, or - for one record on standard input")
        ->required()
        ->type_name("PATH");
}

void add_config(CLI::App& command, std::filesystem::path& config) {
    command.add_option("--config", config, "Configuration file (TOML): how grave each finding of the identity lint is; see indexer.toml")
        ->type_name("FILE");
}

void add_json(CLI::App& command, bool& json) { command.add_flag("--json", json, "Answer as JSON on standard output"); }

void add_quiet(CLI::App& command, bool& quiet) { command.add_flag("--quiet", quiet, "No progress on the terminal"); }

CLI::Validator whole_number(std::uint64_t least, std::uint64_t most) {
    return {[least, most](std::string& text) {
                std::uint64_t number = 0;
                const auto* end = text.data() + text.size();
                const auto read = std::from_chars(text.data(), end, number);
                if (read.ec == std::errc() && read.ptr == end && number >= least && number <= most) return std::string();
                return "\"" + text + "\" is not a whole number from " + std::to_string(least) + " to " + std::to_string(most);
            },
            ""};
}

CLI::Validator memory_size() {
    return {[](std::string& text) {
                std::uint64_t number = 0;
                const auto* end = text.data() + text.size();
                const auto [rest, error] = std::from_chars(text.data(), end, number);
                constexpr std::array<std::pair<std::string_view, unsigned>, 6> units{
                    {{"", 0}, {"KB", 10}, {"MB", 20}, {"GB", 30}, {"M", 20}, {"G", 30}}};
                const auto* unit = std::ranges::find(units, std::string_view(rest, end), &std::pair<std::string_view, unsigned>::first);
                constexpr std::uint64_t least = std::uint64_t{64} << 20U;
                constexpr std::uint64_t most = std::uint64_t{1} << 44U;
                const bool is_read = error == std::errc() && unit != units.end() && number <= most >> unit->second;
                if (!is_read || number << unit->second < least)
                    return "\"" + text + "\" is not a size of memory of 64MB or more, such as 512MB or 2GB";
                text = std::to_string(number << unit->second);
                return std::string();
            },
            ""};
}

}  // namespace palermo::commands
