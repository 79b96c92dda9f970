// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "searchd/config.hpp"

#include <string>
#include <string_view>

namespace palermo {

/// Sets in `config` what a TOML text sets. Every error has its line and column in `file`.
[[nodiscard]] Result<void> apply_toml(std::string_view text, const std::string& file, Config& config);

/// The same for a file on the disk.
[[nodiscard]] Result<void> apply_config_file(const std::string& file, Config& config);

/// A text that apply_toml() would read as this.
[[nodiscard]] std::string to_toml(const Config& config);

}  // namespace palermo
