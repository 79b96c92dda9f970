// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace palermo {

/// The largest record that is read, in bytes: about four hundred times a long one.
inline constexpr std::size_t max_record_bytes = std::size_t{16} * 1024 * 1024;

/// A record's text as UTF-8, with the name it is known by in diagnostics. Input may be UTF-8, UTF-16 or Latin-1; parsers are given UTF-8
/// whatever the XML declaration still says, and whoever keeps a record keeps the bytes that were given.
class SourceText {
public:
    /// `original` is empty when the text is the bytes as they were given.
    SourceText(std::string name, std::string text, std::string original = {})
        : name_(std::move(name)), text_(std::move(text)), original_(std::move(original)) {}

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    /// The bytes as they were given, in their own encoding and with its mark: source_from_bytes() makes the same text of them again.
    [[nodiscard]] const std::string& original() const { return original_.empty() ? text_ : original_; }

    /// Line and column (both from 1, in characters) of a byte of text(); an offset past the end means the end.
    [[nodiscard]] Place place_at(std::size_t offset) const;
    /// The byte at which a line (from 1) begins; the end of the text when it has no such line.
    [[nodiscard]] std::size_t line_start(int line) const;

private:
    std::string name_;
    std::string text_;
    std::string original_;
};

/// Reads a regular file of at most max_record_bytes.
[[nodiscard]] Result<SourceText> open_source(const std::filesystem::path& path);

/// From bytes in memory; `name` stands in for the file in diagnostics ("standard input").
[[nodiscard]] Result<SourceText> source_from_bytes(std::string name, std::string bytes);

}  // namespace palermo
