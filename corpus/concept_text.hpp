// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Bytes of a concept in a vocabulary's text, for changing one property and nothing else. The text is one that has been read without
/// faults.
namespace palermo::concept_text {

/// An element: bytes [begin, end) with its tags, [content_begin, content_end) without; no content when it is written "<a/>".
struct Range {
    std::size_t begin = 0;
    std::size_t content_begin = 0;
    std::size_t content_end = 0;
    std::size_t end = 0;
};

/// The element whose '<' is at `offset`.
[[nodiscard]] Range element_at(std::string_view text, std::size_t offset);

/// The first property of that name inside `entry`; with `attribute`, the first whose start tag holds it (as `xml:lang="fr"`, either quote).
[[nodiscard]] std::optional<Range> find_property(std::string_view text, const Range& entry, std::string_view name,
                                                 std::string_view attribute = {}, std::string_view value = {});

/// Appends `property` to the properties of `entry`, on a line of its own.
void append_property(std::string& text, const Range& entry, std::string_view property);
/// Takes the property out with the white space before it.
void erase_property(std::string& text, const Range& property);

/// The white space that stands before the element at `offset`.
[[nodiscard]] std::string_view space_before(std::string_view text, std::size_t offset);

/// "&lt;" for "<" and so on.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace palermo::concept_text
