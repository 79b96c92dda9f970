// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace palermo::http {

/// One request and its answer, as they are counted: nothing that tells who asked, or for what.
struct Exchange {
    std::string_view method = "other";  ///< GET, HEAD or other
    std::string_view route = "-";       ///< the pattern that the path fits; "-" when none does, or when the request could not be read
    int status = 0;
    std::size_t body_bytes = 0;
    std::chrono::steady_clock::duration answering{};  ///< from the end of the request's header until the answer is there
    std::chrono::steady_clock::duration writing{};    ///< until the network has taken it
};

}  // namespace palermo::http
