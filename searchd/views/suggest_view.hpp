// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/suggestion.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace palermo {

/// The shape of schemas/openapi.yaml, which is a promise to clients: members may be added, never changed.
[[nodiscard]] std::string render_suggestions_json(std::span<const Suggestion> suggestions, std::uint64_t generation);

}  // namespace palermo
