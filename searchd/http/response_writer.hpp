// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

namespace palermo::http {

struct SendOptions {
    unsigned version = 11;
    bool keep_alive = false;
    bool without_body = false;  ///< an answer to HEAD: the headers are those of GET
};

/// The response as it goes over the wire: with date, length, the security headers and `extra`. Of two headers with one name the response's
/// own wins, then `extra`'s.
[[nodiscard]] boost::beast::http::response<boost::beast::http::string_body> to_message(Response response, const Fields& extra,
                                                                                       const SendOptions& options);

}  // namespace palermo::http
