// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "searchd/search/count_request.hpp"
#include "searchd/views/url_parameter.hpp"

#include <string>
#include <vector>

namespace palermo {

/// Whether a parameter asks for counts: pivot, histogram or sentences.
[[nodiscard]] bool is_of_counts(const std::string& name);

/// Adds what such a parameter asks for: pivot=issue,outcome (repeatable), histogram=year or month (repeatable), sentences=1.
[[nodiscard]] Result<void> read_counts(const UrlParameter& parameter, CountRequest& counts);

/// The parameters that ask for the same.
[[nodiscard]] std::vector<UrlParameter> parameters_of(const CountRequest& counts);

/// "issue,outcome"
[[nodiscard]] std::string name_of(const Pivot& pivot);
[[nodiscard]] std::string name_of(HistogramUnit unit);

}  // namespace palermo
