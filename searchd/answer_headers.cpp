// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/answer_headers.hpp"

#include "searchd/http/entity_tag.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <utility>

namespace palermo {

std::string tag_of(const http::Request& request, std::string_view content_type, const Snapshot& snapshot) {
    const auto& manifest = snapshot.manifest();
    std::string identity = PALERMO_VERSION;
    const auto add = [&identity](std::string_view part) { identity.append(1, '\0').append(part); };
    add(std::to_string(manifest.generation));
    add(manifest.created);
    add(content_type);
    add(request.path);
    for (const auto& [name, value] : request.parameters) {
        add(name);
        add(value);
    }
    return http::make_entity_tag(identity);
}

void stamp(http::Response& response, const http::Request& request, std::string_view content_type, const Snapshot& snapshot) {
    auto tag = tag_of(request, content_type, snapshot);
    if (response.status == 200 && http::names_entity_tag(request.if_none_match, tag)) response = {.status = 304};
    response.headers.emplace_back("X-Palermo-Generation", std::to_string(snapshot.manifest().generation));
    if (response.status != 200 && response.status != 304 && response.status != 410) return;
    response.headers.emplace_back("ETag", std::move(tag));
    response.headers.emplace_back("Cache-Control", "no-cache");
}

std::optional<http::Response> not_modified(const http::Request& request, std::string_view content_type, const Snapshot& snapshot) {
    // Any answer is meant, and whether there is one is not known yet.
    if (request.if_none_match == "*") return std::nullopt;
    if (!http::names_entity_tag(request.if_none_match, tag_of(request, content_type, snapshot))) return std::nullopt;
    http::Response response{.status = 304};
    stamp(response, request, content_type, snapshot);
    return response;
}

std::string server_timing(const PhaseTimes& times) {
    std::string value;
    for (std::size_t i = 0; i < phase_names.size(); ++i) {
        const std::chrono::duration<double, std::milli> spent = times.of(static_cast<Phase>(i));
        if (spent.count() <= 0) continue;
        std::array<char, 32> digits{};
        const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), spent.count(), std::chars_format::fixed, 3);
        if (error != std::errc{}) continue;
        value.append(value.empty() ? "" : ", ").append(phase_names[i]).append(";dur=").append(digits.data(), end);
    }
    return value;
}

}  // namespace palermo
