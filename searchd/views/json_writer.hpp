// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace palermo {

/// Writes one JSON text from its beginning to its end into one string. Text can only get into it escaped, and clean of what is not UTF-8;
/// commas come by themselves. Beginnings and ends must match: that is the caller's.
class JsonWriter {
public:
    JsonWriter() { text_.reserve(usual_size); }

    void begin_object() { begin('{'); }
    void end_object() { end('}'); }
    void begin_array() { begin('['); }
    void end_array() { end(']'); }

    /// The name of the member that comes next: one of ours, which needs no escaping.
    void name(std::string_view name);

    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(double number);
    template <std::integral Number>
    void value(Number number) {
        std::array<char, 24> digits{};
        const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
        plain({digits.data(), end});
    }
    void value(bool truth) { plain(truth ? "true" : "false"); }
    void null() { plain("null"); }
    /// What is not recorded is null.
    void value_or_null(std::string_view text);

    template <class Value>
    void member(std::string_view name, const Value& content) {
        this->name(name);
        value(content);
    }
    void member_or_null(std::string_view name, std::string_view text);

    /// The whole text; the writer is used up.
    [[nodiscard]] std::string take() && { return std::move(text_); }

private:
    /// A page of results with its facets seldom has more.
    static constexpr std::size_t usual_size = 64UL * 1024;

    void begin(char bracket);
    void end(char bracket);
    void plain(std::string_view json);
    void separate();
    void open_quote();

    std::string text_;
    bool is_first_ = true;  ///< nothing stands before in this array or object, or a name does
};

}  // namespace palermo
