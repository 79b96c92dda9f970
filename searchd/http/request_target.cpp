// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/http/request_target.hpp"

#include <boost/locale/utf.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/grammar/lut_chars.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/pchars.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>

namespace palermo::http {
namespace {

bool is_utf8(std::string_view text) {
    using Utf8 = boost::locale::utf::utf_traits<char>;
    for (auto at = text.begin(); at != text.end();) {
        if (!boost::locale::utf::is_valid_codepoint(Utf8::decode(at, text.end()))) return false;
    }
    return true;
}

/// Encodes what a URL may not hold and leaves what is encoded already.
std::string encode_stray_characters(std::string_view target) {
    constexpr auto kept = boost::urls::pchars + boost::urls::grammar::lut_chars("/?#");
    std::string encoded;
    for (bool first = true;; first = false) {
        const auto percent = target.find('%');
        if (!first) encoded += '%';
        encoded += boost::urls::encode(target.substr(0, percent), kept);
        if (percent == std::string_view::npos) return encoded;
        target.remove_prefix(percent + 1);
    }
}

Diagnostic not_a_target() {
    return error_at({}, "The address is not one that this server can read.",
                    "Write a path that begins with a slash, and a percent sign as %25 where it stands for itself.");
}

}  // namespace

Result<RequestTarget> parse_request_target(std::string_view target) {
    const auto encoded = encode_stray_characters(target);
    const auto url = encoded.starts_with('/') ? boost::urls::parse_origin_form(encoded) : boost::urls::parse_uri(encoded);
    if (!url) return not_a_target();
    RequestTarget result{.path = url->path(), .parameters = {}};
    if (result.path.empty()) result.path = "/";
    for (const auto& parameter : url->params()) result.parameters.emplace_back(parameter.key, parameter.value);
    const auto readable = [](const auto& parameter) { return is_utf8(parameter.first) && is_utf8(parameter.second); };
    if (!is_utf8(result.path) || !std::ranges::all_of(result.parameters, readable)) {
        return error_at({}, "The address holds bytes that are not UTF-8.", "Encode its text as UTF-8 before percent-encoding it.");
    }
    return result;
}

}  // namespace palermo::http
