// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/forward_document.hpp"
#include "indexer/index/layout.hpp"

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
/// Bytes: varints: the number of words of each field, the sizes of the two lists that follow; field by field for each text its number of
/// words and, in the body, the number of sentences and the distance of each beginning from the one before; for each rare word its number
/// less rare_code; then, at an even offset, {u16 number, or rare_code} for each word. Little-endian.
struct PackedDocument {
    std::array<std::uint32_t, layout::text_fields.size()> words{};  ///< of each field
    std::string_view texts;
    std::string_view rare;
    WordCodes codes;

    /// Where the texts of a field begin among the words, and their words.
    [[nodiscard]] std::size_t begin_of(std::size_t field) const {
        return std::accumulate(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(field), std::size_t{0});
    }
    [[nodiscard]] WordCodes codes_of(std::size_t field) const { return codes.subspan(begin_of(field), words[field]); }
};

/// The document that begins at an even `offset` and ends before `end`. Nothing where its parts would not fit in between.
[[nodiscard]] std::optional<PackedDocument> packed_document(std::string_view bytes, std::size_t offset, std::size_t end);

/// All of it. `words`: in the index. Nothing when the bytes make no sense.
[[nodiscard]] std::optional<ForwardDocument> unpack(const PackedDocument& document, std::uint32_t words);

/// What a ForwardIndex tells of its documents by count() and may_hold_phrase(), without unpacking them.
[[nodiscard]] std::size_t count_words(const PackedDocument& document, const WordSet& set, std::size_t most);
[[nodiscard]] bool may_hold_phrase(const PackedDocument& document, std::span<const WordSet* const> sets);

}  // namespace palermo
