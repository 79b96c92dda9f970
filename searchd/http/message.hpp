// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A request and a response as plain values: all that handlers see of HTTP.
namespace palermo::http {

struct Request {
    std::string method;                                           ///< "GET", "HEAD", ...
    std::string path;                                             ///< decoded, without the query
    std::vector<std::pair<std::string, std::string>> parameters;  ///< decoded, in order, repeats kept
    std::string accept;                                           ///< header values; empty when absent
    std::string if_none_match;
};

struct Response {
    int status = 200;
    std::string content_type;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;  ///< beyond Content-Type and Content-Length
};

}  // namespace palermo::http
