// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/json_writer.hpp"

#include "searchd/views/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace palermo {
namespace {

bool needs_escape(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }

void append_escaped(std::string& out, char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            out.append("\\u00").append(1, hex[static_cast<unsigned char>(c) >> 4U]).append(1, hex[static_cast<unsigned char>(c) & 0xFU]);
    }
}

/// All eight bytes are printable ASCII characters that JSON does not escape. Each byte is looked at where it stands in the number.
bool are_plain(std::uint64_t eight) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t high_bits = ones * 0x80;
    // Exact for the lowest such byte, and so for the question whether there is one (Mycroft's test).
    const auto has_below = [&](std::uint64_t bytes, std::uint8_t limit) { return ((bytes - ones * limit) & ~bytes & high_bits) != 0; };
    const auto has = [&](char c) { return has_below(eight ^ (ones * static_cast<std::uint8_t>(c)), 1); };
    const bool is_ascii = ((eight | (eight + ones)) & high_bits) == 0;  // and no DEL
    return is_ascii && !has_below(eight, 0x20) && !has('"') && !has('\\');
}

/// Nearly every text is.
bool is_plain(std::string_view text) {
    std::size_t i = 0;
    for (std::uint64_t eight = 0; i + sizeof eight <= text.size(); i += sizeof eight) {
        std::memcpy(&eight, text.data() + i, sizeof eight);
        if (!are_plain(eight)) return false;
    }
    return std::ranges::none_of(text.substr(i), [](char c) { return needs_escape(c) || static_cast<unsigned char>(c) >= 0x7F; });
}

void append_escaped(std::string& out, std::string_view clean) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < clean.size(); ++i) {
        if (!needs_escape(clean[i])) continue;
        out.append(clean, begin, i - begin);
        append_escaped(out, clean[i]);
        begin = i + 1;
    }
    out.append(clean, begin);
}

}  // namespace

void JsonWriter::name(std::string_view name) {
    open_quote();
    text_.append(name).append("\":");
    is_first_ = true;
}

void JsonWriter::value(std::string_view text) {
    open_quote();
    if (is_plain(text))
        text_ += text;
    else if (is_clean_utf8(text))
        append_escaped(text_, text);
    else
        append_escaped(text_, clean_utf8(text));
    text_ += '"';
}

void JsonWriter::value(double number) {
    if (!std::isfinite(number)) return null();
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    plain({digits.data(), end});
}

void JsonWriter::value_or_null(std::string_view text) {
    if (text.empty())
        null();
    else
        value(text);
}

void JsonWriter::member_or_null(std::string_view name, std::string_view text) {
    this->name(name);
    value_or_null(text);
}

void JsonWriter::begin(char bracket) {
    separate();
    text_ += bracket;
    is_first_ = true;
}

void JsonWriter::end(char bracket) {
    text_ += bracket;
    is_first_ = false;
}

void JsonWriter::plain(std::string_view json) {
    separate();
    text_ += json;
}

void JsonWriter::open_quote() {
    text_ += is_first_ ? std::string_view("\"") : std::string_view(",\"");
    is_first_ = false;
}

void JsonWriter::separate() {
    if (!is_first_) text_ += ',';
    is_first_ = false;
}

}  // namespace palermo
