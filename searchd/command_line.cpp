// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/command_line.hpp"

#include "searchd/config_file.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

namespace palermo {
namespace {

Result<std::int64_t> to_number(const NumberSetting& setting, std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = end == text.data() + text.size();
    if (is_number && error == std::errc{}) return number;
    if (is_number && error == std::errc::result_out_of_range) return out_of_bounds(setting, text);
    return error_at({}, "The option --" + std::string(setting.name) + " must be a whole number.", "Give digits only.");
}

/// The command line as it was typed.
struct Options {
    std::string config_file;
    bool check_config = false;
    bool allow_indexing = false;
    const CLI::Option* allow_indexing_flag = nullptr;  ///< whether it was typed: --allow-indexing=false beats the file, too
    std::vector<std::pair<std::string, std::optional<std::string>>> settings;
};

constexpr std::string_view description =
    "palermo-searchd answers searches over an index of case records: pages at /, JSON at /api/v1/.\n"
    "It reads the index that palermo-indexer writes, takes up a new generation within a second, and needs nothing else.";

constexpr std::string_view footer =
    "Settings may also stand in the file of --config, under the same names without the dashes; an option beats the file.\n\n"
    "One search without the daemon: palermo-searchd find --index DIR QUERY... prints the ids of the matching cases; see\n"
    "        palermo-searchd find --help.\n\n"
    "Output: one line on standard output when it listens (\"listening on http://127.0.0.1:8080\"), and one where the metrics are if\n"
    "        they are served (\"metrics on http://127.0.0.1:9090/metrics\"); the log on standard error.\n"
    "        The log never holds what was searched or who searched it.\n\n"
    "Signals: SIGTERM and SIGINT let running requests end and stop the daemon; a second one stops it at once.\n\n"
    "Exit codes: 0 stopped as asked; 1 something unforeseen; 2 wrong usage or configuration; 3 the index cannot be used;\n"
    "            6 cannot listen on the address.\n\n"
    "Example: palermo-searchd --index /var/lib/palermo/index --listen 127.0.0.1:8080";

void declare_options(CLI::App& app, Options& options) {
    app.set_help_flag("-h,--help", "Print this and end");
    app.set_version_flag("--version", "palermo-searchd " PALERMO_VERSION, "Print the version and end");
    app.footer(std::string(footer));
    app.add_option("--config", options.config_file, "Read settings from this TOML file")->option_text("FILE");
    app.add_flag("--check-config", options.check_config, "Check the configuration, print what it comes to, and end");
    // Pointers into the vector are kept by the parser: it must not grow any more.
    options.settings.reserve(4 + number_settings().size());
    const auto add = [&](std::string_view name, const std::string& placeholder, std::string_view help) {
        auto& setting = options.settings.emplace_back(std::string(name), std::nullopt);
        app.add_option("--" + setting.first, setting.second, std::string(help))->option_text(placeholder);
    };
    const Config defaults;
    add("index", "DIR", "The directory of the index (required, here or in the file)");
    add("listen", "ADDRESS:PORT", "Where to listen; port 0 lets the system pick one [127.0.0.1:8080]");
    add("metrics-listen", "ADDRESS:PORT", "Where to serve /metrics, for Prometheus; without it nowhere");
    add("log-level", "LEVEL", "debug, info, warning, error or off [info]");
    for (const auto& setting : number_settings()) {
        const auto value = setting.name == "workers" ? std::string{} : " [" + std::to_string(defaults.*setting.member) + ']';
        add(setting.name, "N", std::string(setting.help) + value);
    }
    options.allow_indexing_flag = app.add_flag("--allow-indexing", options.allow_indexing,
                                               "Let web search engines list the pages; =false: do not, whatever the file says");
}

Result<void> apply_options(const Options& options, Config& config) {
    if (!options.config_file.empty()) {
        if (auto applied = apply_config_file(options.config_file, config); applied.has_error()) return applied;
    }
    for (const auto& [name, text] : options.settings) {
        if (!text) continue;
        SettingValue value = *text;
        if (const auto* setting = number_setting_named(name)) {
            const auto number = to_number(*setting, *text);
            if (number.has_error()) return number.error();
            value = *number;
        }
        if (auto done = change_setting(config, name, value); done.has_error()) return done;
    }
    if (options.allow_indexing_flag->count() > 0) config.allow_indexing = options.allow_indexing;
    if (config.metrics_listen && *config.metrics_listen == config.listen && config.listen.port != 0) {
        return error_at({}, "The settings listen and metrics-listen are one address, " + format(config.listen) + '.',
                        "Choose another port for the metrics.");
    }
    if (config.index.empty()) return error_at({}, "No index is named.", "Add --index DIR, or index = \"DIR\" to the file of --config.");
    return {};
}

}  // namespace

std::variant<Config, EarlyEnd> read_command_line(int argc, const char* const* argv) {
    CLI::App app{std::string(description), "palermo-searchd"};
    Options options;
    declare_options(app, options);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) {
        std::ostringstream out;
        app.exit(asked, out, out);
        return EarlyEnd{.exit_code = 0, .text = std::move(out).str()};
    } catch (const CLI::ParseError& error) {
        return EarlyEnd{.exit_code = 2, .text = std::string("error: ") + error.what() + ". See palermo-searchd --help.\n"};
    }
    auto config = default_config();
    if (const auto applied = apply_options(options, config); applied.has_error()) {
        return EarlyEnd{.exit_code = 2, .text = format(applied.error()) + '\n'};
    }
    if (options.check_config) return EarlyEnd{.exit_code = 0, .text = to_toml(config)};
    return config;
}

}  // namespace palermo
