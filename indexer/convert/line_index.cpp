// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/convert/line_index.hpp"

#include <algorithm>

namespace palermo {
namespace {

bool is_trail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }
bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; }

std::size_t count_all(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return !is_trail(byte); }));
}

constexpr std::size_t block_size = 1024;

}  // namespace

LineIndex::LineIndex(const SourceText& source) : source_(source), line_starts_{0} {
    const auto& text = source.text();
    for (auto found = text.find('\n'); found != std::string::npos; found = text.find('\n', found + 1)) line_starts_.push_back(found + 1);
    std::size_t characters = 0;
    for (std::size_t begin = 0; begin <= text.size(); begin += block_size) {
        block_characters_.push_back(characters);
        characters += count_all(std::string_view(text).substr(begin, block_size));
    }
}

std::size_t LineIndex::characters_before(std::size_t offset) const {
    const auto block = offset / block_size;
    const auto begin = block * block_size;
    return block_characters_[block] + count_all(std::string_view(source_.text()).substr(begin, offset - begin));
}

Place LineIndex::place_at(std::size_t offset) const {
    offset = std::min(offset, source_.text().size());
    const auto after = std::ranges::upper_bound(line_starts_, offset);
    const auto line = after - line_starts_.begin();
    const auto characters = characters_before(offset) - characters_before(*(after - 1));
    return {.file = source_.name(), .line = static_cast<int>(line), .column = static_cast<int>(characters) + 1};
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return !is_trail(byte) && !is_space(byte); }));
}

std::string folded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (!is_space(c)) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace palermo
