// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "searchd/http/message.hpp"
#include "searchd/search/phase_times.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace palermo {

/// Tells apart all that changes an answer: the program, the state of the collection, what was asked, and the form asked for.
[[nodiscard]] std::string tag_of(const http::Request& request, std::string_view content_type, const Snapshot& snapshot);

/// Marks an answer with the generation it came from. A cache may keep it, and must ask each time whether it still holds. What the client
/// has already becomes a 304; so does whatever there is, for a client that asks for it only if there is nothing ("If-None-Match: *").
void stamp(http::Response& response, const http::Request& request, std::string_view content_type, const Snapshot& snapshot);

/// 304, when the client has what this snapshot would give. Spares the work; where it cannot be told without, there is none yet.
[[nodiscard]] std::optional<http::Response> not_modified(const http::Request& request, std::string_view content_type,
                                                         const Snapshot& snapshot);

/// The value of a Server-Timing header (W3C): "parse;dur=0.012, plan;dur=0.301", in milliseconds; without phases that did not come about.
[[nodiscard]] std::string server_timing(const PhaseTimes& times);

}  // namespace palermo
