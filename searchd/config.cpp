// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/config.hpp"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <thread>
#include <utility>

namespace palermo {
namespace {

constexpr std::array number_table{
    NumberSetting{"io-threads", &Config::io_threads, 1, 64, "Threads that read requests and write answers"},
    NumberSetting{"workers", &Config::workers, 1, 256, "Threads that search; unless given, one a processor"},
    NumberSetting{"max-waiting-searches", &Config::max_waiting_searches, 1, 100'000,
                  "Searches that may wait for a worker; more are told to come again"},
    NumberSetting{"max-connections", &Config::max_connections, 1, 100'000, "Connections at a time; more wait"},
    NumberSetting{"search-timeout", &Config::search_timeout_ms, 1, 600'000, "Milliseconds that one search may take, waiting included"},
    NumberSetting{"drain-timeout", &Config::drain_timeout_ms, 0, 600'000, "Milliseconds that running requests have when the daemon stops"},
    NumberSetting{"result-cache", &Config::result_cache_mib, 0, 1'000'000, "MiB of answers kept for those who ask the same; 0 keeps none"},
    NumberSetting{"resident-memory", &Config::resident_memory_mib, 0, 1'000'000,
                  "MiB in memory beyond which mapped files of the index are let go of; 0: never"},
};

constexpr std::array<std::string_view, 5> log_levels{"debug", "info", "warning", "error", "off"};

Diagnostic wrong_type(std::string_view name, std::string_view wanted, std::string_view example) {
    return error_at({}, "The setting " + std::string(name) + " must be " + std::string(wanted) + '.',
                    "Write " + std::string(name) + " = " + std::string(example) + '.');
}

Result<void> set_number(const NumberSetting& setting, const SettingValue& value, Config& config) {
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number == nullptr) return wrong_type(setting.name, "a whole number", std::to_string(config.*setting.member));
    if (*number < setting.least || *number > setting.most) return out_of_bounds(setting, std::to_string(*number));
    config.*setting.member = static_cast<std::uint32_t>(*number);
    return {};
}

Result<void> set_index(const SettingValue& value, Config& config) {
    const auto* path = std::get_if<std::string>(&value);
    if (path == nullptr || path->empty()) return wrong_type("index", "a directory", "\"/var/lib/palermo/index\"");
    config.index = *path;
    return {};
}

Result<void> set_listen(const SettingValue& value, Config& config) {
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return wrong_type("listen", "an address with a port", "\"127.0.0.1:8080\"");
    auto address = parse_listen_address(*text);
    if (address.has_error()) return address.error();
    config.listen = std::move(*address);
    return {};
}

Result<void> set_metrics_listen(const SettingValue& value, Config& config) {
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return wrong_type("metrics-listen", "an address with a port, or empty", "\"127.0.0.1:9090\"");
    config.metrics_listen.reset();
    if (text->empty()) return {};
    auto address = parse_listen_address(*text);
    if (address.has_error()) return address.error();
    config.metrics_listen = std::move(*address);
    return {};
}

Result<void> set_allow_indexing(const SettingValue& value, Config& config) {
    const auto* allowed = std::get_if<bool>(&value);
    if (allowed == nullptr) return wrong_type("allow-indexing", "true or false", "false");
    config.allow_indexing = *allowed;
    return {};
}

Result<void> set_log_level(const SettingValue& value, Config& config) {
    const auto* level = std::get_if<std::string>(&value);
    if (level == nullptr || std::ranges::find(log_levels, *level) == log_levels.end()) {
        return error_at({}, "The setting log-level knows debug, info, warning, error and off.", "Write log-level = \"info\".");
    }
    config.log_level = *level;
    return {};
}

}  // namespace

Result<ListenAddress> parse_listen_address(std::string_view text) {
    const auto unreadable = [&] {
        return error_at({}, "\"" + std::string(text) + "\" is not an address with a port.",
                        "Write a numeric one, such as 127.0.0.1:8080 or [::1]:8080.");
    };
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) return unreadable();
    auto host = text.substr(0, colon);
    const bool bracketed = host.starts_with('[') && host.ends_with(']');
    if (bracketed) host = host.substr(1, host.size() - 2);
    const auto digits = text.substr(colon + 1);
    ListenAddress address{.host = host == "localhost" ? "127.0.0.1" : std::string(host), .port = 0};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
    if (error != std::errc{} || end != digits.data() + digits.size()) return unreadable();
    boost::system::error_code not_numeric;
    const auto parsed = boost::asio::ip::make_address(address.host, not_numeric);
    if (not_numeric || parsed.is_v6() != bracketed) return unreadable();
    return address;
}

Config default_config() {
    Config config;
    config.workers = std::clamp(std::thread::hardware_concurrency(), 1U, 256U);
    return config;
}

std::string format(const ListenAddress& address) {
    const bool is_v6 = address.host.find(':') != std::string::npos;
    return (is_v6 ? '[' + address.host + ']' : address.host) + ':' + std::to_string(address.port);
}

std::span<const NumberSetting> number_settings() { return number_table; }

const NumberSetting* number_setting_named(std::string_view name) {
    const auto* const found = std::ranges::find(number_table, name, &NumberSetting::name);
    return found == number_table.end() ? nullptr : found;
}

Diagnostic out_of_bounds(const NumberSetting& setting, std::string_view written) {
    return error_at({}, "The setting " + std::string(setting.name) + " cannot be " + std::string(written) + '.',
                    "Choose a number from " + std::to_string(setting.least) + " to " + std::to_string(setting.most) + '.');
}

Result<void> change_setting(Config& config, std::string_view name, const SettingValue& value) {
    if (name == "index") return set_index(value, config);
    if (name == "listen") return set_listen(value, config);
    if (name == "metrics-listen") return set_metrics_listen(value, config);
    if (name == "allow-indexing") return set_allow_indexing(value, config);
    if (name == "log-level") return set_log_level(value, config);
    if (const auto* number = number_setting_named(name)) return set_number(*number, value, config);
    std::string known = "index, listen, metrics-listen, allow-indexing, log-level";
    for (const auto& setting : number_table) known += ", " + std::string(setting.name);
    return error_at({}, "There is no setting \"" + std::string(name) + "\".", "The settings are: " + known + '.');
}

}  // namespace palermo
