// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace palermo {

/// The ISO 3166-1 alpha-2 code of a country that is called otherwise than by it or by its name: by its alpha-3 code ("irl"), or as people
/// say in short ("uk"). In small letters.
[[nodiscard]] std::optional<std::string> country_called(std::string_view words);

}  // namespace palermo
