// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/word_codes.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace palermo {

/// The words of a document as a forward index holds them, in one of two forms. A short document's stand in their order: to look through all
/// of them takes no longer than to search. A long one's stand code by code with the places of each: a question is about a few of thousands.
///
/// Bytes, at an even offset: {u16 code} of each word; or u16 number of codes, {u16 code} ascending, {u16 where its places end}, {u16
/// place}. Little-endian.
class PackedWords {
public:
    /// Whether so many words stand code by code. More have no places of 16 bits, and are too rare to matter.
    [[nodiscard]] static constexpr bool are_by_code(std::size_t words) { return words >= fewest_by_code && words <= most_by_code; }
    /// The words at the beginning of the bytes. Nothing where there are not so many.
    [[nodiscard]] static std::optional<PackedWords> read(std::string_view bytes, std::size_t words);

    PackedWords() = default;
    /// Those that stand in their order, however many.
    explicit PackedWords(WordCodes codes) : size_(codes.size()), in_order_(codes) {}

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool are_by_code() const { return !codes_.empty(); }
    /// Of a short document.
    [[nodiscard]] WordCodes in_order() const { return in_order_; }
    /// The same of any; takes the time to put them in order.
    [[nodiscard]] std::vector<std::uint16_t> to_order() const;

    /// Of a document that stands code by code: the places of one, ascending but for damage.
    [[nodiscard]] std::span<const std::uint16_t> places_of(std::uint16_t code) const;

    /// Calls `visit` with the places of one code from `begin` on and before `end`, ascending.
    template <class Visit>
    void for_each(std::uint16_t code, std::size_t begin, std::size_t end, Visit visit) const {
        if (!are_by_code()) {
            for_each_place(in_order_.subspan(begin, end - begin), code, [&](std::size_t place) { visit(begin + place); });
            return;
        }
        visit_places(places_of(code), begin, end, visit);
    }

    /// The same of any of the words, ascending and each its own code; of long documents word by word.
    template <class Visit>
    void for_each_of(std::span<const std::uint32_t> words, std::size_t begin, std::size_t end, Visit visit) const {
        const auto is_wanted = [words](std::uint16_t code) { return std::ranges::binary_search(words, code); };
        if (words.size() <= (are_by_code() ? codes_.size() : few_codes)) {
            for (const auto word : words) for_each(static_cast<std::uint16_t>(word), begin, end, visit);
        } else if (are_by_code()) {
            for (std::size_t index = 0; index < codes_.size(); ++index) {
                if (is_wanted(codes_[index])) visit_places(places_at(index), begin, end, visit);
            }
        } else {
            for (auto place = begin; place < end; ++place) {
                if (is_wanted(in_order_[place])) visit(place);
            }
        }
    }

private:
    static constexpr std::size_t fewest_by_code = 1'024;
    static constexpr std::size_t most_by_code = 0xFFFF;

    /// Of the code at `index`.
    [[nodiscard]] std::span<const std::uint16_t> places_at(std::size_t index) const {
        const auto first = index == 0 ? 0 : std::min<std::size_t>(ends_[index - 1], size_);
        const auto last = std::clamp<std::size_t>(ends_[index], first, size_);
        return places_.subspan(first, last - first);
    }

    /// Damage gives fewer.
    template <class Visit>
    static void visit_places(std::span<const std::uint16_t> places, std::size_t begin, std::size_t end, Visit visit) {
        for (const auto place : places) {
            if (place < begin) continue;
            if (place >= end) return;
            visit(std::size_t{place});
            begin = std::size_t{place} + 1;
        }
    }

    std::size_t size_ = 0;
    WordCodes in_order_;
    WordCodes codes_;
    std::span<const std::uint16_t> ends_;
    std::span<const std::uint16_t> places_;
};

}  // namespace palermo
