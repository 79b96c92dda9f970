// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/http/media_type.hpp"

#include "corpus/trimmed.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace palermo::http {
namespace {

/// Cuts what stands before the separator off `rest`.
std::string_view take(std::string_view& rest, char separator) {
    const auto end = rest.find(separator);
    const auto taken = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return trimmed(taken);
}

bool equal_but_for_case(std::string_view left, std::string_view right) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(left, right, {}, lower, lower);
}

/// 3 for the type itself, 2 for "type/*", 1 for "*/*", 0 for another type.
int closeness(std::string_view range, std::string_view media_type) {
    if (equal_but_for_case(range, media_type)) return 3;
    if (range == "*/*") return 1;
    const auto kind = media_type.substr(0, media_type.find('/') + 1);
    return range.size() == kind.size() + 1 && range.ends_with('*') && equal_but_for_case(range.substr(0, kind.size()), kind) ? 2 : 0;
}

double quality_in(std::string_view parameters) {
    while (!parameters.empty()) {
        const auto parameter = take(parameters, ';');
        if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) continue;
        double quality = 1;
        std::from_chars(parameter.data() + 2, parameter.data() + parameter.size(), quality);
        return std::clamp(quality, 0.0, 1.0);
    }
    return 1;
}

}  // namespace

double quality_of(std::string_view media_type, std::string_view accept) {
    if (trimmed(accept).empty()) return 1;
    double quality = 0;
    int closest = 0;
    while (!accept.empty()) {
        auto rest = take(accept, ',');
        const auto range = take(rest, ';');
        const int close = closeness(range, media_type);
        if (close <= closest) continue;
        closest = close;
        quality = quality_in(rest);
    }
    return quality;
}

}  // namespace palermo::http
