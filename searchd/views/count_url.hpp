// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "searchd/search/count_request.hpp"
#include "searchd/views/url_parameter.hpp"

#include <string>
#include <vector>

namespace palermo {

// Each adds what its parameter asks for.

/// pivot=issue,outcome
[[nodiscard]] Result<void> read_pivot(const UrlParameter& parameter, CountRequest& counts);
/// histogram=year or month
[[nodiscard]] Result<void> read_histogram(const UrlParameter& parameter, CountRequest& counts);
/// sentences=1
[[nodiscard]] Result<void> read_sentences(const UrlParameter& parameter, CountRequest& counts);

/// The parameters that ask for the same.
[[nodiscard]] std::vector<UrlParameter> parameters_of(const CountRequest& counts);

/// "issue,outcome"
[[nodiscard]] std::string name_of(const Pivot& pivot);
[[nodiscard]] std::string name_of(HistogramUnit unit);

}  // namespace palermo
