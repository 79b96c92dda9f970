// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/url_parameter.hpp"

#include "corpus/label_languages.hpp"
#include "corpus/nearest.hpp"
#include "corpus/shortened.hpp"
#include "searchd/views/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace palermo {
namespace {

std::string in_small_letters(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

std::optional<std::string> meant_by(const std::string& name, std::span<const std::string> known) {
    const auto small = in_small_letters(name);
    if (std::ranges::find(known, small) != known.end()) return small;
    return is_long_enough_to_guess(small) ? nearest(small, known) : std::nullopt;
}

std::string mend_for(const std::string& name, std::span<const std::string> known) {
    if (known.empty()) return "It takes none: leave it out.";
    if (const auto meant = meant_by(name, known)) return "Did you mean \"" + *meant + "\"?";
    std::string all;
    for (const auto& each : known) all += (all.empty() ? "" : ", ") + each;
    return "Those that it takes are: " + all + '.';
}

/// "?=x" in an address.
Diagnostic no_name(std::span<const std::string> known) {
    return {.message = "A value has no name.",
            .mend = known.empty() ? "Leave it out." : "Write one before it, as in " + known.front() + "=..., or leave it out."};
}

}  // namespace

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

Result<void> read_switch(const UrlParameter& parameter, bool& is_on) {
    const auto& [name, value] = parameter;
    if (value != "0" && value != "1") return bad_value(name, value, "0 or 1");
    is_on = value == "1";
    return {};
}

Result<void> read_language(const UrlParameter& parameter, std::string& lang) {
    const auto& [name, value] = parameter;
    if (std::ranges::find(label_languages, value) == label_languages.end()) return bad_value(name, value, "ar, en, es, fr, ru or zh");
    lang = value;
    return {};
}

Diagnostic bad_value(const std::string& name, const std::string& value, const std::string& takes) {
    return {.message = "The parameter " + name + " takes " + takes + "; " + in_quotes(clean_utf8(value)) + " is not.",
            .mend = "Correct it or leave it out."};
}

Diagnostic no_parameter(const std::string& name, std::span<const std::string> known) {
    if (name.empty()) return no_name(known);
    return {.message = "This address takes no parameter " + in_quotes(clean_utf8(name)) + '.', .mend = mend_for(name, known)};
}

Diagnostic given_twice(const std::string& name) {
    return {.message = "The parameter " + name + " is given twice, with different values.", .mend = "Leave one of them out."};
}

}  // namespace palermo
