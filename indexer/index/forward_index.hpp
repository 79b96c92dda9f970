// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/forward_document.hpp"
#include "indexer/index/layout.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// How often a word stands in the texts of some documents, and in how many of them in each text field.
struct WordCounts {
    std::uint32_t count = 0;
    std::array<std::uint32_t, layout::text_fields.size()> documents{};

    friend bool operator==(const WordCounts&, const WordCounts&) = default;
};

/// A word as it stands in texts, and its stem where that is another word. One word has several of these in a collection of many languages.
struct ForwardWord {
    std::string_view word;
    std::string_view stem;  ///< empty: the word itself, also where it has none
    WordCounts counts;      ///< in the segment

    /// Where all words of its stem are found.
    [[nodiscard]] std::string stem_term(std::size_t field) const;
};

/// The forward index of one segment: which word stands where in each document. It answers phrases, nearness and what to mark, for which
/// Xapian's position lists need several times the room and the time, an entry for each word of each document; and words as written, of
/// which Xapian knows the stems. The frequent words have the small numbers.
///
/// File: its magic (see file_magic.hpp); the documents, each at an even offset (see packed_document.hpp); for each docid {u32 half its
/// document's offset, or 0}; for each word {u32 place of the word, u32 of the stem, u16 size of the word, u16 of the stem, u32 count, u32
/// documents for each field}; {u32 number} of all words by word and of those with a stem by stem; the texts of the words; {u64 offset of
/// the first row, u32 first docid, u32 last docid, u32 words, u32 words with a stem, u64 size of the texts, u64 xxh3 of all from the first
/// row to here}. Little-endian. Reading twin of load/forward_index_writer. Immutable; safe to read from many threads.
class ForwardIndex {
public:
    [[nodiscard]] static Result<ForwardIndex> open(const std::filesystem::path& file);

    ForwardIndex(ForwardIndex&&) noexcept;
    ForwardIndex& operator=(ForwardIndex&&) noexcept;
    ~ForwardIndex();

    /// As MappedFile's.
    void let_go() const;

    [[nodiscard]] std::uint32_t first_docid() const;
    [[nodiscard]] std::uint32_t last_docid() const;  ///< inclusive

    [[nodiscard]] std::uint32_t word_count() const;
    [[nodiscard]] ForwardWord word(std::uint32_t number) const;
    /// The words that a stem's term or a word as written stands for; none for another term, and where the segment has none.
    [[nodiscard]] WordSet find(const std::string& term) const;
    /// In how many documents words of the set stand in their field, at most: one that has several of them counts for each.
    [[nodiscard]] std::uint64_t documents_with(const WordSet& set) const;
    /// The words that begin so, in the order of the alphabet, and not more than `most`.
    [[nodiscard]] std::vector<std::uint32_t> beginning_with(std::string_view beginning, std::size_t most) const;

    /// Without words for a docid that no document has. Nothing when the bytes make no sense.
    [[nodiscard]] std::optional<ForwardDocument> document(std::uint32_t docid) const;
    /// How often words of the set stand in their field of a document; whoever has enough with `most` is told no more. Reads nothing else of
    /// the document. None where the bytes make no sense.
    [[nodiscard]] std::size_t count(std::uint32_t docid, const WordSet& set, std::size_t most) const;
    /// Whether words of the sets may stand one behind the other in a document. Takes a fraction of the time of document(), for it does not
    /// know where a text ends nor which a rare word is: where it says no they do not, where it says yes that is to be looked at.
    [[nodiscard]] bool may_hold_phrase(std::uint32_t docid, std::span<const WordSet* const> sets) const;

    /// A document is going to be asked for: fetching its beginning from memory takes longer than reading it, and need not be waited for.
    void expect(std::uint32_t docid) const;

private:
    struct Mapping;
    explicit ForwardIndex(std::unique_ptr<Mapping> mapping);
    std::unique_ptr<Mapping> mapping_;
};

}  // namespace palermo
