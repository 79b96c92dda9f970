// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

/// A request and a response as plain values: all that handlers see of HTTP.
namespace palermo::http {

/// Names and values in order, repeats kept.
using Fields = std::vector<std::pair<std::string, std::string>>;

struct Request {
    std::string method;    ///< "GET", "HEAD", ...
    std::string path;      ///< decoded, without the query
    Fields parameters{};   ///< of the query, decoded
    std::string accept{};  ///< header values; empty when absent
    std::string if_none_match{};
    std::vector<std::string> captures{};  ///< what the route's {...} stand for, in order; set by the router
};

struct Response {
    int status = 200;
    std::string content_type{};
    std::string body{};
    Fields headers{};  ///< beyond Content-Type and Content-Length
};

}  // namespace palermo::http
