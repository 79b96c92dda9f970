// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/result.hpp"
#include "indexer/load/output_file.hpp"
#include "indexer/load/packed_words_writer.hpp"
#include "indexer/load/word_list.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace palermo {

/// The words of a document as numbers in a WordList, text by text, and the texts field by field.
struct DocumentWords {
    struct Run {
        std::size_t field = 0;  ///< index into layout::text_fields
        std::uint32_t size = 0;
    };

    std::vector<std::uint32_t> words;
    std::vector<Run> runs;
    std::vector<std::uint32_t> sentences;  ///< which of the words begin one: in the body only, ascending
};

/// How words are numbered in a file. As they came: sorting them is half of the work of a small file, and one that is only going to be
/// merged needs it not. Documents are read from such a file, words are not found in it.
enum class WordOrder { by_frequency, as_they_came };

/// Writes a forward index; index/forward_index describes the bytes. All words and their frequencies have to be known before the first
/// document comes.
class ForwardIndexWriter {
public:
    /// The list must outlive the writer.
    [[nodiscard]] static Result<ForwardIndexWriter> create(const std::filesystem::path& file, std::uint32_t first_docid,
                                                           const WordList& words, WordOrder order = WordOrder::by_frequency);

    /// In ascending order of docids; gaps stay without words.
    void add(std::uint32_t docid, const DocumentWords& document);
    [[nodiscard]] Result<void> finish(std::uint32_t last_docid);

private:
    ForwardIndexWriter(OutputFile file, std::uint32_t first_docid, const WordList& words, WordOrder order);
    void append(std::string_view bytes);
    [[nodiscard]] std::string dictionary() const;

    OutputFile file_;
    std::uint32_t first_docid_;
    const WordList* words_;
    bool is_sorted_;
    std::vector<std::uint32_t> order_;    ///< the list's numbers, in the order of the file's
    std::vector<std::uint32_t> renamed_;  ///< the file's numbers, by the list's
    std::vector<std::uint32_t> rows_;
    PackedWordsWriter packed_words_;
    std::uint64_t offset_ = 0;
};

}  // namespace palermo
