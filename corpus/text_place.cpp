// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/text_place.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace palermo {
namespace {

constexpr std::string_view white_space = " \t\r\n";

/// How many bytes of UTF-8 a reference such as &amp; or &#233; stands for.
std::size_t bytes_of_reference(std::string_view reference) {
    if (!reference.starts_with("&#")) return 1;
    const bool hexadecimal = reference.size() > 2 && reference[2] == 'x';
    const auto digits = reference.substr(hexadecimal ? 3 : 2);
    std::uint32_t character = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), character, hexadecimal ? 16 : 10);
    return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
}

/// Walks over the content of an element and counts what the reader keeps of it.
class ContentWalk {
public:
    ContentWalk(std::string_view source, std::size_t begin) : source_(source), at_(begin) {}

    /// The byte of the source behind which `wanted` bytes of text lie; npos when the content ends first.
    std::size_t go(std::size_t wanted) {
        while (at_ < source_.size()) {
            if (source_[at_] == '<') {
                if (!skip_markup()) return std::string_view::npos;
                continue;
            }
            if (source_.substr(at_).starts_with("]]>")) {
                at_ += 3;
                continue;
            }
            const auto size = source_[at_] == '&' ? std::min(source_.find(';', at_), source_.size() - 1) - at_ + 1 : 1;
            if (white_space.find(source_[at_]) != std::string_view::npos) {
                at_ += size;
                space_ = kept_ > 0;
                continue;
            }
            if (space_) ++kept_;
            space_ = false;
            if (kept_ >= wanted) return at_;
            kept_ += source_[at_] == '&' ? bytes_of_reference(source_.substr(at_, size)) : 1;
            at_ += size;
        }
        return std::string_view::npos;
    }

private:
    /// Comments, instructions and the marks of CDATA; false at a tag.
    bool skip_markup() {
        const auto rest = source_.substr(at_);
        if (rest.starts_with("<![CDATA[")) {
            at_ += 9;
            return true;
        }
        const auto* const end = rest.starts_with("<!--") ? "-->" : rest.starts_with("<?") ? "?>" : nullptr;
        if (end == nullptr) return false;
        const auto found = source_.find(end, at_);
        if (found == std::string_view::npos) return false;
        at_ = found + std::string_view(end).size();
        return true;
    }

    std::string_view source_;
    std::size_t at_;
    std::size_t kept_ = 0;
    bool space_ = false;
};

}  // namespace

std::size_t place_in_element(std::string_view source, std::size_t element, std::size_t at) {
    const auto tag_end = source.find('>', element);
    if (tag_end == std::string_view::npos) return element;
    const auto found = ContentWalk(source, tag_end + 1).go(at);
    return found == std::string_view::npos ? element : found;
}

}  // namespace palermo
