// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_result.hpp"
#include "searchd/views/html.hpp"
#include "searchd/views/json_writer.hpp"

#include <string_view>

namespace palermo {

/// What a hit shares with the case it is similar to, in one line, with labels in `lang`; nothing for the hits of a search.
[[nodiscard]] Html render_reasons(const Hit& hit, std::string_view lang);

/// The same as a member of the hit, "reasons".
void write_reasons(JsonWriter& json, const Hit& hit);

}  // namespace palermo
