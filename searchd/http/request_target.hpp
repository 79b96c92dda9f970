// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "searchd/http/message.hpp"

#include <string>
#include <string_view>

namespace palermo::http {

/// What stands between the method and the version in a request's first line, taken apart and decoded. UTF-8 throughout.
struct RequestTarget {
    std::string path;
    Fields parameters;
};

/// Reads "/path?name=value" or the form with scheme and host that proxies send. '+' in the query is a blank. Characters that must be
/// encoded but often are not (quotes, letters with accents, brackets) are taken as meant; a broken %-sequence and bytes that are not UTF-8
/// are refused.
[[nodiscard]] Result<RequestTarget> parse_request_target(std::string_view target);

}  // namespace palermo::http
