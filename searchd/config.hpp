// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace palermo {

/// Where the daemon listens: a numeric address of this machine, and a port (0: the system picks one).
struct ListenAddress {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;

    friend bool operator==(const ListenAddress&, const ListenAddress&) = default;
};

/// Reads "127.0.0.1:8080" or "[::1]:8080"; "localhost" stands for 127.0.0.1.
[[nodiscard]] Result<ListenAddress> parse_listen_address(std::string_view text);
[[nodiscard]] std::string format(const ListenAddress& address);

/// What the operator decides. The names in the file and on the command line are those of the members, with dashes.
struct Config {
    std::filesystem::path index;
    ListenAddress listen;
    std::optional<ListenAddress> metrics_listen{};  ///< where the metrics are served; nowhere, unless it is set
    std::uint32_t io_threads = 1;
    std::uint32_t workers = 2;  ///< default_config() sets one a processor
    std::uint32_t max_waiting_searches = 100;
    std::uint32_t max_connections = 1000;
    std::uint32_t search_timeout_ms = 2000;
    std::uint32_t drain_timeout_ms = 10'000;
    std::uint32_t result_cache_mib = 32;
    std::uint32_t resident_memory_mib = 384;
    bool allow_indexing = false;
    std::string log_level = "info";

    friend bool operator==(const Config&, const Config&) = default;
};

[[nodiscard]] Config default_config();

/// One row a setting: its name in the file and, after "--", on the command line.
struct NumberSetting {
    std::string_view name;
    std::uint32_t Config::*member;
    std::uint32_t least;
    std::uint32_t most;
    std::string_view help;
};

[[nodiscard]] std::span<const NumberSetting> number_settings();
/// Null for a name that no such setting has.
[[nodiscard]] const NumberSetting* number_setting_named(std::string_view name);

/// What is told of a number out of bounds, as it was written: it may be larger than any type of ours.
[[nodiscard]] Diagnostic out_of_bounds(const NumberSetting& setting, std::string_view written);

/// A value as the file or the command line gives it.
using SettingValue = std::variant<std::string, std::int64_t, bool>;

/// An error, without a place, for an unknown name, a wrong type or a value out of bounds.
[[nodiscard]] Result<void> change_setting(Config& config, std::string_view name, const SettingValue& value);

}  // namespace palermo
