// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/index/completions.hpp"
#include "indexer/index/document_data.hpp"
#include "indexer/index/forward_index.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {

/// Writes what typing can be completed to in one segment; writing twin of index/completions. The file, little-endian:
///   its magic (see file_magic.hpp), u32 number of words, u32 of keys of case names, u32 of citations, u32 size of the texts;
///   for each of the three kinds in that order its entries, sorted by key: {u32 begin of the key in the texts, u32 its size, u32 begin of
///     the text to show, u32 its size, u32 begin of the case's id, u32 its size (0 for a word), u32 weight, u32
///     docid (0 for a word)};
///   the texts;
///   u64 XXH3 of all before.
class CompletionWriter {
public:
    /// A folded word, and how many documents have it at most.
    void add_word(std::string_view word, std::uint32_t documents);
    /// The title, under a key for each word by which it can be begun, and the identifiers but for paths of a portal, which nobody types.
    void add_case(std::uint32_t docid, const DocumentData& data);
    /// The cases of another file, but for the docids in `erased`, which ascend.
    void add_cases(const Completions& others, std::span<const std::uint32_t> erased);

    /// Puts what was added so far in order. finish() does too, but this can be done while words are still being waited for.
    void sort();

    /// Writes the file. More than 4 GB of texts throw std::length_error.
    [[nodiscard]] Result<void> finish(const std::filesystem::path& file);

private:
    struct Text {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    struct Row {
        Text key;
        Text text;
        Text id;
        std::uint32_t weight = 0;
        std::uint32_t docid = 0;
    };

    [[nodiscard]] Text keep(std::string_view text);
    [[nodiscard]] std::string_view view(Text text) const { return std::string_view(texts_).substr(text.begin, text.size); }
    [[nodiscard]] std::vector<Row>& rows(CompletionKind kind) { return rows_[static_cast<std::size_t>(kind)]; }

    std::array<std::vector<Row>, all_completion_kinds.size()> rows_;
    std::string texts_;
};

/// Adds the words of a segment's bodies. Those of less than three bytes, of digits alone, or with punctuation inside are left out.
void add_words(const ForwardIndex& index, CompletionWriter& writer);

}  // namespace palermo
