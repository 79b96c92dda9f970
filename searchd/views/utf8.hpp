// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace palermo {

/// True when every byte belongs to a well-formed UTF-8 character.
[[nodiscard]] bool is_utf8(std::string_view text);

/// True when clean_utf8() would change nothing.
[[nodiscard]] bool is_clean_utf8(std::string_view text);

/// The text as any format of ours can carry it: what is not UTF-8 becomes U+FFFD, and control characters that XML and HTML forbid are
/// dropped.
[[nodiscard]] std::string clean_utf8(std::string_view text);

}  // namespace palermo
