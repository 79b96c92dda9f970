// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/config_file.hpp"

#include <toml++/toml.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

namespace palermo {
namespace {

Place place_of(const toml::source_region& region, const std::string& file) {
    return {.file = file, .line = static_cast<int>(region.begin.line), .column = static_cast<int>(region.begin.column)};
}

/// A table, a date and the like become an empty text, which no setting takes.
SettingValue to_value(const toml::node& node) {
    if (const auto number = node.value_exact<std::int64_t>()) return *number;
    if (const auto truth = node.value_exact<bool>()) return *truth;
    return node.value_exact<std::string>().value_or(std::string{});
}

Result<std::string> read_text(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    // A directory opens like a file.
    if (!stream || std::filesystem::is_directory(file)) {
        return error_at(file, "This file cannot be read.", "Check its name and who may read it.");
    }
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

}  // namespace

Result<void> apply_toml(std::string_view text, const std::string& file, Config& config) {
    toml::table table;
    try {
        table = toml::parse(text, file);
    } catch (const toml::parse_error& error) {
        return Diagnostic{.place = place_of(error.source(), file),
                          .message = "From here on the file is not TOML.",
                          .mend = "Write one name = value a line, each name once, and text in double quotes."};
    }
    for (const auto& [key, node] : table) {
        auto done = change_setting(config, key.str(), to_value(node));
        if (done.has_value()) continue;
        auto diagnostic = done.error();
        diagnostic.place = place_of(key.source(), file);
        return diagnostic;
    }
    return {};
}

Result<void> apply_config_file(const std::string& file, Config& config) {
    const auto text = read_text(file);
    if (text.has_error()) return text.error();
    return apply_toml(*text, file, config);
}

std::string to_toml(const Config& config) {
    toml::table table{{"index", config.index.string()},
                      {"listen", format(config.listen)},
                      {"metrics-listen", config.metrics_listen ? format(*config.metrics_listen) : std::string{}},
                      {"allow-indexing", config.allow_indexing},
                      {"log-level", config.log_level}};
    for (const auto& setting : number_settings()) table.insert(setting.name, std::int64_t{config.*setting.member});
    std::ostringstream text;
    text << table << '\n';
    return std::move(text).str();
}

}  // namespace palermo
