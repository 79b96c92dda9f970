// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/json_writer.hpp"

#include "searchd/views/utf8.hpp"

#include <cmath>

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

void append_quoted(std::string& out, std::string_view clean) {
    out += '"';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < clean.size(); ++i) {
        if (!needs_escape(clean[i])) continue;
        out.append(clean, begin, i - begin);
        append_escaped(out, clean[i]);
        begin = i + 1;
    }
    out.append(clean, begin);
    out += '"';
}

}  // namespace

void JsonWriter::name(std::string_view name) {
    separate();
    text_.append(1, '"').append(name).append("\":");
    is_first_ = true;
}

void JsonWriter::value(std::string_view text) {
    separate();
    if (is_clean_utf8(text))
        append_quoted(text_, text);
    else
        append_quoted(text_, clean_utf8(text));
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

void JsonWriter::separate() {
    if (!is_first_) text_ += ',';
    is_first_ = false;
}

}  // namespace palermo
