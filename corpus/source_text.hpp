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
/// whatever the XML declaration still says.
class SourceText {
public:
    SourceText(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {}

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& text() const { return text_; }

    /// Line and column (both from 1, in characters) of a byte of text(); an offset past the end means the end.
    [[nodiscard]] Place place_at(std::size_t offset) const;
    /// The byte at which a line (from 1) begins; the end of the text when it has no such line.
    [[nodiscard]] std::size_t line_start(int line) const;

private:
    std::string name_;
    std::string text_;
};

/// Reads a regular file of at most max_record_bytes.
[[nodiscard]] Result<SourceText> open_source(const std::filesystem::path& path);

/// From bytes in memory; `name` stands in for the file in diagnostics ("standard input").
[[nodiscard]] Result<SourceText> source_from_bytes(std::string name, std::string bytes);

}  // namespace palermo
