// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace palermo {

/// What went wrong, for a person. With a query error: the query, the place in it, and the query that would work.
struct ErrorPage {
    std::string title;
    std::string detail;
    std::string query;
    std::optional<std::size_t> offset;  ///< a byte of the query
    std::string repair;
};

[[nodiscard]] std::string render_error_html(const ErrorPage& error);

}  // namespace palermo
