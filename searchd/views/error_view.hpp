// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_request.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace palermo {

/// What went wrong, for a person. All that was asked for besides the mistake is kept, and stands in the links.
struct ErrorPage {
    std::string title;
    std::string detail;
    SearchRequest asked{};                 ///< as far as it could be read; its text stands in the search box
    std::optional<std::size_t> offset{};   ///< a byte of its text, at which that cannot be read
    std::optional<std::string> repair{};   ///< a text that would work in its place
    std::optional<std::string> without{};  ///< an address of the site: the one that was asked for, without what makes no sense in it
};

[[nodiscard]] std::string render_error_html(const ErrorPage& error);

}  // namespace palermo
