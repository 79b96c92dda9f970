// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/forward_index.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/index/file_magic.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/index/mapped_file.hpp"
#include "indexer/index/packed_document.hpp"
#include "indexer/index/sorted_keys.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

constexpr auto magic = file_magic::forward_index;
constexpr std::size_t footer_size = 40;
constexpr std::size_t word_size = 16 + layout::text_fields.size() * 4;

constexpr std::size_t cache_line = 64;
/// Of a document that is going to be asked for. What lies behind, the processor fetches by itself.
constexpr std::size_t bytes_expected = 8 * cache_line;

}  // namespace

struct ForwardIndex::Mapping {
    MappedFile file;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t words = 0;
    std::uint32_t stems = 0;
    std::size_t rows = 0;     ///< offset
    std::size_t by_word = 0;  ///< offset
    std::size_t texts = 0;    ///< offset
    std::size_t texts_size = 0;

    [[nodiscard]] std::size_t entry(std::uint32_t number) const { return by_word - std::size_t{words - number} * word_size; }
    [[nodiscard]] std::string_view text(std::size_t place, std::size_t size) const {
        const auto begin = std::min<std::size_t>(number_at<std::uint32_t>(file.bytes(), place), texts_size);
        return file.bytes().substr(texts + begin, std::min<std::size_t>(number_at<std::uint16_t>(file.bytes(), size), texts_size - begin));
    }
    [[nodiscard]] std::string_view word(std::uint32_t number) const { return text(entry(number), entry(number) + 8); }
    [[nodiscard]] std::string_view stem(std::uint32_t number) const { return text(entry(number) + 4, entry(number) + 10); }

    /// Of a document's bytes; 0: there is no such document.
    [[nodiscard]] std::size_t offset(std::uint32_t docid) const {
        if (docid < first || docid > last) return 0;
        return std::size_t{number_at<std::uint32_t>(file.bytes(), rows + std::size_t{docid - first} * 4)} * 2;
    }

    /// Nothing where there is none, or its bytes make no sense.
    [[nodiscard]] std::optional<PackedDocument> document(std::uint32_t docid) const {
        const auto begin = offset(docid);
        return begin == 0 || begin > rows ? std::nullopt : packed_document(file.bytes(), begin, rows);
    }

    [[nodiscard]] std::uint32_t number_in_order(std::uint32_t place) const {
        return std::min(number_at<std::uint32_t>(file.bytes(), by_word + std::size_t{place} * 4), words - 1);
    }
    [[nodiscard]] SortedKeys words_in_order() const {
        return {.size = words, .at = [this](std::uint32_t place) { return word(number_in_order(place)); }};
    }

    /// The numbers of the words whose text is `content`, in a list of numbers at `offset` that is sorted by that text.
    template <class TextOf>
    void append_equal(std::size_t offset, std::uint32_t size, std::string_view content, TextOf text_of,
                      std::vector<std::uint32_t>& out) const {
        const auto number = [&](std::uint32_t place) {
            return std::min(number_at<std::uint32_t>(file.bytes(), offset + std::size_t{place} * 4), words - 1);
        };
        const SortedKeys keys{.size = size, .at = [&](std::uint32_t place) { return text_of(number(place)); }};
        for (auto place = lower_bound(keys, content); place < size && keys.at(place) == content; ++place) out.push_back(number(place));
    }
};

std::string ForwardWord::stem_term(std::size_t field) const {
    return layout::stem_term(layout::text_fields[field], stem.empty() ? word : stem);
}

ForwardIndex::ForwardIndex(std::unique_ptr<Mapping> mapping) : mapping_(std::move(mapping)) {}
ForwardIndex::ForwardIndex(ForwardIndex&&) noexcept = default;
ForwardIndex& ForwardIndex::operator=(ForwardIndex&&) noexcept = default;
ForwardIndex::~ForwardIndex() = default;

Result<ForwardIndex> ForwardIndex::open(const std::filesystem::path& file) {
    auto mapped = MappedFile::open(file);
    if (!mapped) return mapped.error();
    const auto bytes = mapped->bytes();
    if (bytes.size() < magic.size() + footer_size || !bytes.starts_with(magic)) return damaged_file(file);
    const auto footer = bytes.size() - footer_size;
    const auto rows = number_at<std::uint64_t>(bytes, footer);
    if (rows < magic.size() || rows > footer) return damaged_file(file);
    if (short_checksum(bytes.substr(rows, bytes.size() - 8 - rows)) != number_at<std::uint64_t>(bytes, footer + 32))
        return damaged_file(file);
    Mapping mapping{.file = std::move(*mapped),
                    .first = number_at<std::uint32_t>(bytes, footer + 8),
                    .last = number_at<std::uint32_t>(bytes, footer + 12),
                    .words = number_at<std::uint32_t>(bytes, footer + 16),
                    .stems = number_at<std::uint32_t>(bytes, footer + 20),
                    .rows = rows};
    mapping.texts_size = number_at<std::uint64_t>(bytes, footer + 24);
    if (mapping.first == 0 || mapping.last < mapping.first || mapping.stems > mapping.words) return damaged_file(file);
    mapping.by_word = rows + (std::size_t{mapping.last} - mapping.first + 1) * 4 + std::size_t{mapping.words} * word_size;
    mapping.texts = mapping.by_word + (std::size_t{mapping.words} + mapping.stems) * 4;
    if (mapping.texts > footer || mapping.texts_size != footer - mapping.texts) return damaged_file(file);
    return ForwardIndex(std::make_unique<Mapping>(std::move(mapping)));
}

void ForwardIndex::let_go() const { mapping_->file.let_go(); }

std::uint32_t ForwardIndex::first_docid() const { return mapping_->first; }

std::uint32_t ForwardIndex::last_docid() const { return mapping_->last; }

std::uint32_t ForwardIndex::word_count() const { return mapping_->words; }

ForwardWord ForwardIndex::word(std::uint32_t number) const {
    const auto counts = mapping_->entry(number) + 12;
    ForwardWord word{.word = mapping_->word(number),
                     .stem = mapping_->stem(number),
                     .counts = {.count = number_at<std::uint32_t>(mapping_->file.bytes(), counts)}};
    for (std::size_t field = 0; field < word.counts.documents.size(); ++field)
        word.counts.documents[field] = number_at<std::uint32_t>(mapping_->file.bytes(), counts + 4 + field * 4);
    return word;
}

WordSet ForwardIndex::find(const std::string& term) const {
    WordSet set;
    const auto read = layout::read_text_term(term);
    if (!read || mapping_->words == 0) return set;
    set.field = read->field;
    const auto word_of = [this](std::uint32_t number) { return mapping_->word(number); };
    const auto stem_of = [this](std::uint32_t number) { return mapping_->stem(number); };
    if (term.size() + 1 >= layout::longest_term) {
        // It may have been cut off.
        const auto prefix = term.substr(0, term.size() - read->content.size());
        for (std::uint32_t number = 0; number < mapping_->words; ++number) {
            const auto content = read->is_stem && !stem_of(number).empty() ? stem_of(number) : word_of(number);
            if (content.size() >= read->content.size() && layout::make_term(prefix, content) == term) set.words.push_back(number);
        }
        return set;
    }
    mapping_->append_equal(mapping_->by_word, mapping_->words, read->content, word_of, set.words);
    if (read->is_stem) {
        // Words that are their own stem, and those that have it.
        std::erase_if(set.words, [&](std::uint32_t number) { return !stem_of(number).empty(); });
        mapping_->append_equal(mapping_->by_word + std::size_t{mapping_->words} * 4, mapping_->stems, read->content, stem_of, set.words);
    }
    std::ranges::sort(set.words);
    return set;
}

std::uint64_t ForwardIndex::documents_with(const WordSet& set) const {
    std::uint64_t documents = 0;
    for (const auto number : set.words) documents += word(number).counts.documents[set.field];
    return documents;
}

std::vector<std::uint32_t> ForwardIndex::beginning_with(std::string_view beginning, std::size_t most) const {
    std::vector<std::uint32_t> numbers;
    const auto range = prefix_range(mapping_->words_in_order(), beginning);
    for (auto place = range.begin; place < range.end && numbers.size() < most; ++place) numbers.push_back(mapping_->number_in_order(place));
    return numbers;
}

std::optional<ForwardDocument> ForwardIndex::document(std::uint32_t docid) const {
    if (mapping_->offset(docid) == 0) return ForwardDocument();
    const auto packed = mapping_->document(docid);
    return packed ? unpack(*packed, mapping_->words) : std::nullopt;
}

bool ForwardIndex::may_hold_phrase(std::uint32_t docid, std::span<const WordSet* const> sets) const {
    const auto packed = mapping_->document(docid);
    return packed && palermo::may_hold_phrase(*packed, sets);
}

void ForwardIndex::expect(std::uint32_t docid) const {
    const auto begin = mapping_->offset(docid);
    const auto bytes = mapping_->file.bytes().substr(std::min(begin, mapping_->rows));
    for (std::size_t at = 0; at < std::min(bytes.size(), bytes_expected); at += cache_line) __builtin_prefetch(bytes.data() + at);
}

std::size_t ForwardIndex::count(std::uint32_t docid, const WordSet& set, std::size_t most) const {
    if (set.words.empty()) return 0;
    const auto packed = mapping_->document(docid);
    return packed ? count_words(*packed, set, most) : 0;
}

}  // namespace palermo
