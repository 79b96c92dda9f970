// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/http/message.hpp"
#include "searchd/http/problem_details.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::http {

/// Runs on an I/O thread and must not block it: what takes long is awaited. Exceptions become a 500 without their text.
using Handler = std::function<boost::asio::awaitable<Response>(Request)>;

struct Route {
    std::vector<std::string> segments;  ///< of the pattern; "{name}" stands for one segment, "{name}.xml" for one with that ending
    std::string pattern;                ///< as given: "/cases/{id}"
    Handler handler;
};

struct RouteMatch {
    const Route* route = nullptr;
    std::vector<std::string> captures;
};

/// Paths and their handlers. Every route is for GET, and so for HEAD. Filled before the server starts; then read by all its threads.
class Router {
public:
    explicit Router(ProblemView problem_view = [](const RequestTarget&, const Problem& problem) { return problem_details(problem); });

    /// Of two patterns that fit a path the one added first wins.
    void get(const std::string& pattern, Handler handler);

    [[nodiscard]] std::optional<RouteMatch> match(std::string_view path) const;

    [[nodiscard]] Response render(const RequestTarget& target, const Problem& problem) const { return problem_view_(target, problem); }

private:
    ProblemView problem_view_;
    std::vector<Route> routes_;
};

}  // namespace palermo::http
