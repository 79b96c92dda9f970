// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/config_file.hpp"

#include "corpus/trimmed.hpp"

#include <toml++/toml.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
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

std::string_view line_of(std::string_view text, std::size_t number) {
    for (; number > 1; --number) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
    }
    return text.substr(0, text.find('\n'));
}

/// A number too large for TOML's own reader ends its reading, as a slip in the form does. To the operator it is a number out of bounds like
/// any other. Nothing when the line at which reading ended is not of this kind.
std::optional<Diagnostic> too_large(std::string_view text, const Place& stopped) {
    constexpr std::size_t digits_that_fit = 18;
    const auto line = line_of(text, static_cast<std::size_t>(stopped.line));
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const auto name = trimmed(line.substr(0, equals));
    const auto value = trimmed(line.substr(equals + 1, line.find('#', equals) - equals - 1));
    const auto digits = value.substr(value.find_first_not_of("+-") == 1 ? 1 : 0);
    const auto* setting = number_setting_named(name);
    if (setting == nullptr || digits.size() <= digits_that_fit || digits.find_first_not_of("0123456789_") != std::string_view::npos)
        return std::nullopt;
    auto diagnostic = out_of_bounds(*setting, value);
    diagnostic.place = {.file = stopped.file, .line = stopped.line, .column = static_cast<int>(name.data() - line.data()) + 1};
    return diagnostic;
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
        if (auto diagnostic = too_large(text, place_of(error.source(), file))) return std::move(*diagnostic);
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
