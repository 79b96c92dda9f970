// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/concept_text.hpp"

namespace palermo::concept_text {
namespace {

constexpr std::string_view white_space = " \t\r\n";
constexpr std::string_view comment_end = "-->";

/// Behind the '>' that closes the tag at `offset`; a '>' may stand in an attribute.
std::size_t behind_tag(std::string_view text, std::size_t offset) {
    char quote = 0;
    for (auto i = offset; i < text.size(); ++i) {
        if (quote != 0) {
            if (text[i] == quote) quote = 0;
        } else if (text[i] == '"' || text[i] == '\'') {
            quote = text[i];
        } else if (text[i] == '>') {
            return i + 1;
        }
    }
    return text.size();
}

std::string_view name_at(std::string_view text, std::size_t offset) {
    const auto begin = offset + 1;
    return text.substr(begin, text.find_first_of(" \t\r\n/>", begin) - begin);
}

/// The next '<' of a start or end tag from `from`; comments are passed over.
std::size_t next_tag(std::string_view text, std::size_t from) {
    while (true) {
        const auto tag = text.find('<', from);
        if (tag == std::string_view::npos || text.substr(tag, 4) != "<!--") return tag;
        const auto end = text.find(comment_end, tag);
        if (end == std::string_view::npos) return end;
        from = end + comment_end.size();
    }
}

bool has_attribute(std::string_view tag, std::string_view name, std::string_view value) {
    for (const std::string_view quote : {"\"", "'"}) {
        const auto written = std::string(name) + '=' + std::string(quote) + std::string(value) + std::string(quote);
        if (tag.find(written) != std::string_view::npos) return true;
    }
    return false;
}

}  // namespace

Range element_at(std::string_view text, std::size_t offset) {
    const auto name = name_at(text, offset);
    const auto content = behind_tag(text, offset);
    if (text[content - 2] == '/') return {offset, content, content, content};
    std::size_t depth = 1;
    for (auto tag = next_tag(text, content); tag != std::string_view::npos; tag = next_tag(text, tag + 1)) {
        if (text[tag + 1] == '/') {
            if (name_at(text, tag + 1) == name && --depth == 0) return {offset, content, tag, behind_tag(text, tag)};
        } else if (name_at(text, tag) == name && text[behind_tag(text, tag) - 2] != '/') {
            ++depth;
        }
    }
    return {offset, content, text.size(), text.size()};
}

std::optional<Range> find_property(std::string_view text, const Range& entry, std::string_view name, std::string_view attribute,
                                   std::string_view value) {
    for (auto tag = next_tag(text, entry.content_begin); tag < entry.content_end; tag = next_tag(text, tag + 1)) {
        if (name_at(text, tag) != name) continue;
        const auto start = text.substr(tag, behind_tag(text, tag) - tag);
        if (attribute.empty() || has_attribute(start, attribute, value)) return element_at(text, tag);
    }
    return std::nullopt;
}

void append_property(std::string& text, const Range& entry, std::string_view property) {
    const auto first = next_tag(text, entry.content_begin);
    std::string line(space_before(text, first));
    if (line.empty()) line = "\n    ";
    line += property;
    const auto last = text.find_last_not_of(white_space, entry.content_end - 1);
    text.insert(last + 1, line);
}

void erase_property(std::string& text, const Range& property) {
    const auto space = space_before(text, property.begin).size();
    text.erase(property.begin - space, property.end - property.begin + space);
}

std::string_view space_before(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, offset);
    const auto last = before.find_last_not_of(white_space);
    return before.substr(last == std::string_view::npos ? 0 : last + 1);
}

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            default: safe += c;
        }
    }
    return safe;
}

}  // namespace palermo::concept_text
