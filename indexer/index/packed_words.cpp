// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/packed_words.hpp"

namespace palermo {

std::optional<PackedWords> PackedWords::read(std::string_view bytes, std::size_t words) {
    // The mapping starts at a page and the bytes at an even offset, so numbers can be read in place.
    std::span<const std::uint16_t> numbers(reinterpret_cast<const std::uint16_t*>(bytes.data()), bytes.size() / 2);
    if (!are_by_code(words)) return words > numbers.size() ? std::nullopt : std::optional(PackedWords(numbers.first(words)));
    if (numbers.empty() || numbers.front() == 0) return std::nullopt;
    const std::size_t codes = numbers.front();
    numbers = numbers.subspan(1);
    if (2 * codes + words > numbers.size()) return std::nullopt;
    PackedWords read;
    read.size_ = words;
    read.codes_ = numbers.first(codes);
    read.ends_ = numbers.subspan(codes, codes);
    read.places_ = numbers.subspan(2 * codes, words);
    return read;
}

std::span<const std::uint16_t> PackedWords::places_of(std::uint16_t code) const {
    const auto found = std::ranges::lower_bound(codes_, code);
    return found == codes_.end() || *found != code ? std::span<const std::uint16_t>()
                                                   : places_at(static_cast<std::size_t>(found - codes_.begin()));
}

std::vector<std::uint16_t> PackedWords::to_order() const {
    if (!are_by_code()) return {in_order_.begin(), in_order_.end()};
    std::vector<std::uint16_t> ordered(size_);
    for (std::size_t index = 0; index < codes_.size(); ++index)
        visit_places(places_at(index), 0, size_, [&](std::size_t place) { ordered[place] = codes_[index]; });
    return ordered;
}

}  // namespace palermo
