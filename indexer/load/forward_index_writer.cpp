// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/forward_index_writer.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/index/file_magic.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/index/word_codes.hpp"
#include "indexer/load/append_number.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace palermo {
namespace {

/// Of the list and its order.
constexpr std::size_t bytes_of_word = 16 + layout::text_fields.size() * 4 + 4;
/// A file holds sizes of words in 16 bits; who cuts a word off there loses nothing that can be searched for.
constexpr std::size_t longest_word = std::numeric_limits<std::uint16_t>::max();

/// The places and sizes of words among the texts behind them.
class WordTexts {
public:
    std::uint32_t place(std::string_view text) {
        if (texts_.size() + text.size() > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("more than 4 GB of words");
        texts_ += text;
        return static_cast<std::uint32_t>(texts_.size() - text.size());
    }
    [[nodiscard]] const std::string& bytes() const { return texts_; }

private:
    std::string texts_;
};

std::string encode_runs(const DocumentWords& document) {
    std::string bytes;
    for (const auto& run : document.runs) append_varint(bytes, run.size);
    return bytes;
}

std::string encode_sentences(const DocumentWords& document) {
    std::string bytes;
    std::uint32_t previous = 0;
    for (const auto first_word : document.sentences) append_varint(bytes, first_word - std::exchange(previous, first_word));
    return bytes;
}

/// How many words each field has, and how much of the document follows before its words.
std::string encode_head(const DocumentWords& document, const std::string& runs, const std::string& sentences, const std::string& rare) {
    std::array<std::uint32_t, layout::text_fields.size()> words{};
    for (const auto& run : document.runs) words[run.field] += run.size;
    std::string bytes;
    for (const auto of_field : words) append_varint(bytes, of_field);
    for (const auto* list : {&runs, &sentences, &rare}) append_varint(bytes, static_cast<std::uint32_t>(list->size()));
    return bytes;
}

}  // namespace

Result<ForwardIndexWriter> ForwardIndexWriter::create(const std::filesystem::path& file, std::uint32_t first_docid, const WordList& words,
                                                      WordOrder order) {
    auto output = OutputFile::create(file);
    if (!output) return output.error();
    return ForwardIndexWriter(std::move(*output), first_docid, words, order);
}

ForwardIndexWriter::ForwardIndexWriter(OutputFile file, std::uint32_t first_docid, const WordList& words, WordOrder order)
    : file_(std::move(file)),
      first_docid_(first_docid),
      words_(&words),
      is_sorted_(order == WordOrder::by_frequency),
      order_(is_sorted_ ? words.by_frequency() : words.as_they_came()),
      renamed_(words.size()) {
    for (std::uint32_t number = 0; number < order_.size(); ++number) renamed_[order_[number]] = number;
    append(file_magic::forward_index);
}

void ForwardIndexWriter::append(std::string_view bytes) {
    file_.append(bytes);
    offset_ += bytes.size();
}

void ForwardIndexWriter::add(std::uint32_t docid, const DocumentWords& document) {
    if (offset_ / 2 > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("more than 8 GB of words in a segment");
    rows_.resize(docid - first_docid_ + 1);
    rows_.back() = static_cast<std::uint32_t>(offset_ / 2);
    std::vector<std::uint16_t> codes;
    std::string rare;
    for (const auto word : document.words) {
        const auto number = renamed_[word];
        if (number >= rare_code) append_varint(rare, number - rare_code);
        codes.push_back(static_cast<std::uint16_t>(std::min<std::uint32_t>(number, rare_code)));
    }
    const auto runs = encode_runs(document);
    const auto sentences = encode_sentences(document);
    auto bytes = encode_head(document, runs, sentences, rare) + runs + sentences + rare;
    if (bytes.size() % 2 != 0) bytes += '\0';
    packed_words_.append(codes, bytes);
    append(bytes);
}

std::string ForwardIndexWriter::dictionary() const {
    std::string bytes;
    WordTexts texts;
    std::vector<std::uint32_t> by_word(order_.size());
    std::vector<std::uint32_t> by_stem;
    const auto word = [&](std::uint32_t number) { return std::string_view(words_->at(order_[number]).word).substr(0, longest_word); };
    const auto stem = [&](std::uint32_t number) { return std::string_view(words_->at(order_[number]).stem).substr(0, longest_word); };
    for (std::uint32_t number = 0; number < order_.size(); ++number) {
        by_word[number] = number;
        if (!stem(number).empty()) by_stem.push_back(number);
        append_number(bytes, texts.place(word(number)));
        append_number(bytes, texts.place(stem(number)));
        append_number(bytes, static_cast<std::uint16_t>(word(number).size()));
        append_number(bytes, static_cast<std::uint16_t>(stem(number).size()));
        const auto& counts = words_->at(order_[number]).counts;
        append_number(bytes, counts.count);
        for (const auto documents : counts.documents) append_number(bytes, documents);
    }
    if (is_sorted_) {
        std::ranges::stable_sort(by_word, {}, word);
        std::ranges::stable_sort(by_stem, {}, stem);
    }
    for (const auto number : by_word) append_number(bytes, number);
    for (const auto number : by_stem) append_number(bytes, number);
    return bytes + texts.bytes();
}

Result<void> ForwardIndexWriter::finish(std::uint32_t last_docid) {
    const auto rows_offset = offset_;
    rows_.resize(last_docid - first_docid_ + 1);
    std::string tail;
    for (const auto row : rows_) append_number(tail, row);
    tail += dictionary();
    const auto stems = std::ranges::count_if(order_, [this](std::uint32_t number) { return !words_->at(number).stem.empty(); });
    const auto words = order_.size();
    const auto texts_size = tail.size() - rows_.size() * 4 - words * bytes_of_word - static_cast<std::size_t>(stems) * 4;
    append_number(tail, rows_offset);
    append_number(tail, first_docid_);
    append_number(tail, last_docid);
    append_number(tail, static_cast<std::uint32_t>(words));
    append_number(tail, static_cast<std::uint32_t>(stems));
    append_number(tail, static_cast<std::uint64_t>(texts_size));
    append_number(tail, short_checksum(tail));
    file_.append(tail);
    return file_.close();
}

}  // namespace palermo
