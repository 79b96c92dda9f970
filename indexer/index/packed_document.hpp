// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/forward_document.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/index/packed_words.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>

namespace palermo {

/// A document as a forward index holds it, of which nothing is read yet but how long its parts are.
///
/// Bytes: varints: the number of words of each field, the sizes of the three lists that follow; field by field for each text its number of
/// words; for each sentence of the body the distance of its first word from that of the one before; for each rare word its number less
/// rare_code; then, at an even offset, the codes of the words (see packed_words.hpp).
struct PackedDocument {
    std::array<std::uint32_t, layout::text_fields.size()> words{};  ///< of each field
    std::string_view texts;
    std::string_view sentences;
    std::string_view rare;
    PackedWords codes;

    /// Where the texts of a field begin and end among the words.
    [[nodiscard]] std::size_t begin_of(std::size_t field) const {
        return std::accumulate(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(field), std::size_t{0});
    }
    [[nodiscard]] std::size_t end_of(std::size_t field) const { return begin_of(field) + words[field]; }
};

/// The document that begins at an even `offset` and ends before `end`. Nothing where its parts would not fit in between.
[[nodiscard]] std::optional<PackedDocument> packed_document(std::string_view bytes, std::size_t offset, std::size_t end);

/// All of it. `words`: in the index. Nothing when the bytes make no sense.
[[nodiscard]] std::optional<ForwardDocument> unpack(const PackedDocument& document, std::uint32_t words);

/// What a ForwardIndex tells of its documents by count() and may_hold_phrase(), without unpacking them.
[[nodiscard]] std::size_t count_words(const PackedDocument& document, const WordSet& set, std::size_t most);
[[nodiscard]] bool may_hold_phrase(const PackedDocument& document, std::span<const WordSet* const> sets);

}  // namespace palermo
