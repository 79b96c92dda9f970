// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/http/response_writer.hpp"

#include <boost/beast/http/field.hpp>
#include <boost/beast/http/status.hpp>

#include <array>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>

namespace palermo::http {
namespace {

using Message = boost::beast::http::response<boost::beast::http::string_body>;
using boost::beast::http::field;

/// Pages need a style sheet and a form; nothing runs, nothing comes from elsewhere, nobody frames them or learns what was searched.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> security_headers{{
    {"Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
}};

/// RFC 9110's form, which is the C locale's.
std::string http_date() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 40> text{};
    const auto size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return {text.data(), size};
}

}  // namespace

Message to_message(Response response, const Fields& extra, const SendOptions& options) {
    Message message(static_cast<boost::beast::http::status>(response.status), options.version);
    message.set(field::date, http_date());
    for (const auto& [name, value] : security_headers) message.set(name, value);
    for (const auto& [name, value] : extra) message.set(name, value);
    for (const auto& [name, value] : response.headers) message.set(name, value);
    message.keep_alive(options.keep_alive);
    if (response.status == 304) return message;
    message.set(field::content_type, response.content_type);
    message.content_length(response.body.size());
    if (!options.without_body) message.body() = std::move(response.body);
    return message;
}

}  // namespace palermo::http
