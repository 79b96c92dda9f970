// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/suggest_url.hpp"

namespace palermo {
namespace {

Result<void> take(const UrlParameter& parameter, SuggestRequest& request) {
    const auto& [name, value] = parameter;
    if (value.empty()) return {};
    if (auto readable = check_utf8(parameter); !readable) return readable;
    if (name == "q") return read_text(parameter, max_suggest_bytes, request.text);
    if (name == "limit") return read_number(parameter, max_suggestions, request.limit);
    if (name == "lang") return read_language(parameter, request.lang);
    return no_parameter(name, "q, limit or lang");
}

}  // namespace

Result<SuggestRequest> decode_suggest_url(std::span<const UrlParameter> parameters) {
    SuggestRequest request;
    for (const auto& parameter : parameters) {
        if (auto taken = take(parameter, request); !taken) return taken.error();
    }
    return request;
}

}  // namespace palermo
