// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/http/message.hpp"
#include "searchd/http/request_target.hpp"

#include <boost/json/object.hpp>

#include <functional>
#include <string>

namespace palermo::http {

/// Why a request was not answered: RFC 9457's problem details as a value.
struct Problem {
    int status = 500;
    std::string title{};               ///< the kind of problem in words; the status's own phrase when empty
    std::string detail{};              ///< this one, in sentences: what is wrong and how to mend it
    std::string type = "about:blank";  ///< the kind of problem as a URI; this one when the status says all
    boost::json::object members{};     ///< beyond RFC 9457's own
    Fields headers{};                  ///< Allow, Retry-After, ...
};

/// Turns a problem into the answer for whoever asked for `target`: a page for a reader, JSON for a program. The target is as far as it
/// could be read.
using ProblemView = std::function<Response(const RequestTarget& target, const Problem& problem)>;

/// As application/problem+json.
[[nodiscard]] Response problem_details(const Problem& problem);

/// "Not Found" for 404.
[[nodiscard]] std::string phrase_of(int status);

}  // namespace palermo::http
