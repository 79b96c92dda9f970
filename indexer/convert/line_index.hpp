// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/source_text.hpp"

#include <cstddef>
#include <vector>

namespace palermo {

/// Places in a text for somebody who asks for many of them: SourceText counts from the beginning each time. Keeps a reference to the text.
class LineIndex {
public:
    explicit LineIndex(const SourceText& source);

    /// Line and column, both from 1 and in characters, of a byte of the text.
    [[nodiscard]] Place place_at(std::size_t offset) const;

private:
    [[nodiscard]] std::size_t characters_before(std::size_t offset) const;

    const SourceText& source_;
    std::vector<std::size_t> line_starts_;
    std::vector<std::size_t> block_characters_;  ///< before each block of bytes: many files of XML are one line
};

/// Unicode characters of UTF-8 text that are not white space.
[[nodiscard]] std::size_t count_characters(std::string_view text);

/// Runs of white space made one space, none at the ends.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace palermo
