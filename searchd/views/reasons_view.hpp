// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_result.hpp"
#include "searchd/views/html.hpp"

#include <boost/json/fwd.hpp>

namespace palermo {

/// What a hit shares with the case it is similar to, in one line; nothing for the hits of a search.
[[nodiscard]] Html render_reasons(const Hit& hit);

/// The hit as JSON, with its reasons if it has any.
[[nodiscard]] boost::json::object with_reasons(boost::json::object shown, const Hit& hit);

}  // namespace palermo
