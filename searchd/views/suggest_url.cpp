// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/suggest_url.hpp"

#include "searchd/views/parameter_reader.hpp"

#include <array>

namespace palermo {
namespace {

constexpr std::array known{
    KnownParameter<SuggestRequest>{
        "q", [](const UrlParameter& given, SuggestRequest& request) { return read_text(given, max_suggest_bytes, request.text); }},
    KnownParameter<SuggestRequest>{
        "limit", [](const UrlParameter& given, SuggestRequest& request) { return read_number(given, max_suggestions, request.limit); }},
    KnownParameter<SuggestRequest>{"lang",
                                   [](const UrlParameter& given, SuggestRequest& request) { return read_language(given, request.lang); }},
};

}  // namespace

Result<SuggestRequest> decode_suggest_url(std::span<const UrlParameter> parameters) {
    return read_parameters<SuggestRequest>(parameters, known);
}

}  // namespace palermo
