// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/url_parameter.hpp"

#include "searchd/views/utf8.hpp"

#include <algorithm>
#include <charconv>

namespace palermo {

Result<void> check_utf8(const UrlParameter& parameter) {
    if (is_utf8(parameter.second)) return {};
    return Diagnostic{.message = "The parameter " + clean_utf8(parameter.first) + " is not UTF-8.", .mend = "Encode it as UTF-8."};
}

Result<void> read_text(const UrlParameter& parameter, std::size_t most_bytes, std::string& text) {
    const auto& value = parameter.second;
    if (value.size() > most_bytes) {
        return Diagnostic{
            .message = "The query has " + std::to_string(value.size()) + " bytes; at most " + std::to_string(most_bytes) + " are read.",
            .mend = "Shorten it to the words that matter."};
    }
    text = value;
    return {};
}

Result<void> read_number(const UrlParameter& parameter, std::uint32_t most, std::uint32_t& number) {
    const auto& [name, value] = parameter;
    std::uint32_t read = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), read);
    const bool is_number = error == std::errc() && end == value.data() + value.size();
    if (!is_number || read < 1 || read > most) return bad_value(name, value, "a number from 1 to " + std::to_string(most));
    number = read;
    return {};
}

Result<void> read_language(const UrlParameter& parameter, std::string& lang) {
    const auto& [name, value] = parameter;
    if (std::ranges::find(label_languages, value) == label_languages.end()) return bad_value(name, value, "ar, en, es, fr, ru or zh");
    lang = value;
    return {};
}

Diagnostic bad_value(const std::string& name, const std::string& value, const std::string& takes) {
    return {.message = "The parameter " + name + " takes " + takes + "; \"" + clean_utf8(value) + "\" is not.",
            .mend = "Correct it or leave it out."};
}

Diagnostic no_parameter(const std::string& name, const std::string& known) {
    return {.message = "There is no parameter \"" + clean_utf8(name) + "\".", .mend = "Use " + known + '.'};
}

}  // namespace palermo
