// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace palermo::http {

/// A weak entity tag (RFC 9110, 8.8.3), quotes and all, for whatever `identity` tells apart.
[[nodiscard]] std::string make_entity_tag(std::string_view identity);

/// Whether an If-None-Match header names the tag, so that the client has the answer already.
[[nodiscard]] bool names_entity_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace palermo::http
