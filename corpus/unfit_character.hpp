// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace palermo {

/// A character that XML 1.0 cannot hold, not even as &#1;: a control character that is neither a tab nor a line end, U+FFFE or U+FFFF.
struct UnfitCharacter {
    std::size_t offset = 0;  ///< its byte
    std::string name;        ///< "U+0001"
};

/// The first one at or behind the byte `from`.
[[nodiscard]] std::optional<UnfitCharacter> unfit_character(std::string_view text, std::size_t from = 0);

}  // namespace palermo
