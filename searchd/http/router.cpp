// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/http/router.hpp"

#include <utility>

namespace palermo::http {
namespace {

std::vector<std::string> split(std::string_view path) {
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto end = path.find('/');
        segments.emplace_back(path.substr(0, end));
        path = end == std::string_view::npos ? std::string_view{} : path.substr(end);
    }
    return segments;
}

/// What "{id}" or "{id}.xml" stands for in a segment of a path; nothing when the segment does not end as the pattern does.
std::optional<std::string> capture(std::string_view pattern, std::string_view segment) {
    const auto suffix = pattern.substr(pattern.find('}') + 1);
    if (!segment.ends_with(suffix) || segment.size() == suffix.size()) return std::nullopt;
    return std::string(segment.substr(0, segment.size() - suffix.size()));
}

std::optional<std::vector<std::string>> captures(const Route& route, const std::vector<std::string>& path) {
    if (route.segments.size() != path.size()) return std::nullopt;
    std::vector<std::string> found;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (!route.segments[i].starts_with('{')) {
            if (route.segments[i] != path[i]) return std::nullopt;
            continue;
        }
        auto value = capture(route.segments[i], path[i]);
        if (!value) return std::nullopt;
        found.push_back(std::move(*value));
    }
    return found;
}

}  // namespace

Router::Router(ProblemView problem_view) : problem_view_(std::move(problem_view)) {}

void Router::get(const std::string& pattern, Handler handler) {
    routes_.push_back({.segments = split(pattern), .pattern = pattern, .handler = std::move(handler)});
}

std::optional<RouteMatch> Router::match(std::string_view path) const {
    if (!path.starts_with('/')) return std::nullopt;
    const auto segments = split(path);
    for (const auto& route : routes_) {
        if (auto found = captures(route, segments)) return RouteMatch{.route = &route, .captures = std::move(*found)};
    }
    return std::nullopt;
}

}  // namespace palermo::http
