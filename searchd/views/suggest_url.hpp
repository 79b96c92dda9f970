// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "searchd/search/suggestion.hpp"
#include "searchd/views/url_parameter.hpp"

#include <span>

namespace palermo {

/// A request from the parameters q, limit and lang. Empty values count as not given; an unknown name, a second value, or one that makes no
/// sense is an error that names it.
[[nodiscard]] Result<SuggestRequest> decode_suggest_url(std::span<const UrlParameter> parameters);

}  // namespace palermo
