// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace palermo {

/// "xxh3:" and the 128 bits of XXH3 as 32 hexadecimal digits: against decay and mistakes, not against forgers.
[[nodiscard]] std::string checksum_of(std::string_view bytes);
[[nodiscard]] Result<std::string> checksum_of_file(const std::filesystem::path& file);

/// The 64 bits of XXH3: what the binary files carry inside.
[[nodiscard]] std::uint64_t short_checksum(std::string_view bytes);

}  // namespace palermo
