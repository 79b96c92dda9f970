// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace palermo::http {

/// How much an Accept header (RFC 9110, 12.5.1) wants "type/subtype": 0 not at all, up to 1. The most specific range that covers the type
/// counts; without a header everything is 1. What cannot be read counts as absent.
[[nodiscard]] double quality_of(std::string_view media_type, std::string_view accept);

}  // namespace palermo::http
