// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/http/problem_details.hpp"

#include <boost/beast/http/status.hpp>
#include <boost/json/serialize.hpp>

namespace palermo::http {

std::string phrase_of(int status) { return boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(status)); }

Response problem_details(const Problem& problem) {
    boost::json::object json{{"type", problem.type},
                             {"title", problem.title.empty() ? phrase_of(problem.status) : problem.title},
                             {"status", problem.status},
                             {"detail", problem.detail}};
    for (const auto& member : problem.members) json.insert(member);
    return {.status = problem.status,
            .content_type = "application/problem+json",
            .body = boost::json::serialize(json) + '\n',
            .headers = problem.headers};
}

}  // namespace palermo::http
