// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace palermo {

using UrlParameter = std::pair<std::string, std::string>;

// What several addresses take. A value that makes no sense is an error that names the parameter and says what it takes.

[[nodiscard]] Result<void> check_utf8(const UrlParameter& parameter);
[[nodiscard]] Result<void> read_text(const UrlParameter& parameter, std::size_t most_bytes, std::string& text);
/// From 1 to `most`.
[[nodiscard]] Result<void> read_number(const UrlParameter& parameter, std::uint32_t most, std::uint32_t& number);
/// 0 or 1.
[[nodiscard]] Result<void> read_switch(const UrlParameter& parameter, bool& is_on);
/// One of label_languages.
[[nodiscard]] Result<void> read_language(const UrlParameter& parameter, std::string& lang);

[[nodiscard]] Diagnostic bad_value(const std::string& name, const std::string& value, const std::string& takes);
/// That an address does not take this one; names the nearest of those it takes, or all.
[[nodiscard]] Diagnostic no_parameter(const std::string& name, std::span<const std::string> known);
[[nodiscard]] Diagnostic given_twice(const std::string& name);

}  // namespace palermo
