// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/forward_index.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/index/mapped_file.hpp"
#include "indexer/index/sorted_keys.hpp"
#include "indexer/index/varint.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <numeric>
#include <utility>

namespace palermo {
namespace {

constexpr std::string_view magic = "PLMFWRD3";
constexpr std::size_t footer_size = 40;
constexpr std::size_t word_size = 16 + layout::text_fields.size() * 4;

using Codes = std::span<const std::uint16_t>;

/// The parts of a document's bytes; none of them is read yet.
struct PackedDocument {
    std::array<std::uint32_t, layout::text_fields.size()> words{};  ///< of each field
    std::string_view texts;
    std::string_view rare;
    Codes codes;

    /// Where the texts of a field lie among the words.
    [[nodiscard]] std::size_t begin_of(std::size_t field) const {
        return std::accumulate(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(field), std::size_t{0});
    }
    [[nodiscard]] std::size_t end_of(std::size_t field) const { return begin_of(field) + words[field]; }
};

/// Of the document that begins at an even `offset` and ends before `end`. Nothing where its parts would not fit in between.
std::optional<PackedDocument> unpack(std::string_view bytes, std::size_t offset, std::size_t end) {
    PackedDocument document;
    VarintReader head(bytes.substr(offset, end - offset));
    std::uint64_t words = 0;
    for (auto& of_field : document.words) {
        const auto number = head.read();
        if (!number) return std::nullopt;
        of_field = *number;
        words += of_field;
    }
    const auto texts_size = head.read();
    const auto rare_size = head.read();
    if (!texts_size || !rare_size) return std::nullopt;
    const auto texts = offset + head.position();
    const auto rare = texts + *texts_size;
    auto codes = rare + *rare_size;
    codes += codes % 2;
    if (codes > end || words > (end - codes) / 2) return std::nullopt;
    document.texts = bytes.substr(texts, *texts_size);
    document.rare = bytes.substr(rare, *rare_size);
    // The mapping starts at a page, so they can be read in place.
    document.codes = Codes(reinterpret_cast<const std::uint16_t*>(bytes.data() + codes), words);
    return document;
}

/// Reads where the texts of a document and their sentences begin. What damage might ask for is bounded by the words that are there.
class RunReader {
public:
    explicit RunReader(const PackedDocument& document) : words_(document.words), reader_(document.texts) {}

    bool read() {
        for (std::size_t field = 0; field < words_.size(); ++field) {
            if (!read_field(field)) return false;
        }
        return true;
    }

    std::vector<ForwardRun> runs;
    std::vector<std::uint32_t> sentences;

private:
    bool read_field(std::size_t field) {
        std::uint32_t position = 1;
        for (auto left = words_[field]; left > 0;) {
            const auto size = reader_.read().value_or(0);
            if (size == 0 || size > left) return false;
            runs.push_back({.field = field, .first_word = first_word_, .size = size, .first_position = position});
            if (field == 0 && !read_sentences(runs.back())) return false;
            position += size + layout::paragraph_gap;
            first_word_ += size;
            left -= size;
        }
        return true;
    }

    bool read_sentences(const ForwardRun& run) {
        const auto count = reader_.read();
        if (!count || *count > run.size) return false;
        std::uint32_t start = 0;
        for (std::uint32_t i = 0; i < *count; ++i) {
            const auto step = reader_.read();
            if (!step || *step >= run.size - start) return false;
            start += *step;
            sentences.push_back(run.first_word + start);
        }
        return true;
    }

    const std::array<std::uint32_t, layout::text_fields.size()>& words_;
    VarintReader reader_;
    std::uint32_t first_word_ = 0;
};

/// `words`: in the index.
std::optional<std::vector<std::uint32_t>> read_rare(const PackedDocument& document, std::uint32_t words) {
    std::vector<std::uint32_t> rare;
    for (VarintReader reader(document.rare); reader.position() < document.rare.size();) {
        const auto above = reader.read();
        if (!above || *above >= words - std::min<std::uint32_t>(words, ForwardIndex::rare)) return std::nullopt;
        rare.push_back(*above + ForwardIndex::rare);
    }
    return rare;
}

constexpr std::size_t block_size = 64;

/// Of a size that is known the compiler compares many at once, but not where it puts this into a loop.
[[gnu::noinline]] std::size_t count_code(std::span<const std::uint16_t, block_size> block, std::uint16_t code) {
    std::uint16_t count = 0;
    for (const auto other : block) count = static_cast<std::uint16_t>(count + static_cast<std::uint16_t>(other == code));
    return count;
}

std::size_t count_code(std::span<const std::uint16_t> codes, std::uint16_t code) {
    std::size_t count = 0;
    for (; codes.size() >= block_size; codes = codes.subspan(block_size)) count += count_code(codes.first<block_size>(), code);
    return count + static_cast<std::size_t>(std::ranges::count(codes, code));
}

/// Calls `visit` with the places in `codes` of one code. Whole blocks are looked at first: most have none.
template <class Visit>
void for_each_place(std::span<const std::uint16_t> codes, std::uint16_t code, Visit visit) {
    for (std::size_t begin = 0; begin < codes.size(); begin += block_size) {
        const auto part = codes.subspan(begin, std::min(block_size, codes.size() - begin));
        if (part.size() == block_size && count_code(part.first<block_size>(), code) == 0) continue;
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (part[i] == code) visit(begin + i);
        }
    }
}

void append_places(std::span<const std::uint16_t> codes, std::uint16_t code, std::vector<std::uint32_t>& out) {
    for_each_place(codes, code, [&out](std::size_t place) { out.push_back(static_cast<std::uint32_t>(place)); });
}

/// The code of a word of the set; of a rare one only that there is one.
bool may_be_of(const WordSet& set, std::uint16_t code) {
    if (code == ForwardIndex::rare) return !set.words.empty() && set.words.back() >= ForwardIndex::rare;
    return std::ranges::binary_search(set.words, code);
}

/// Above this many words, each word of a text is looked up in the set instead of each word of the set in the text.
constexpr std::size_t few_words = 64;

}  // namespace

void ForwardDocument::narrow_to(std::span<const WordSet* const> sets) {
    // So many can be looked for one by one in the same time.
    constexpr std::size_t few_words_of_sets = 4;
    std::size_t words = 0;
    for (const auto* set : sets) words += set->words.size();
    if (words <= few_words_of_sets) return;
    std::bitset<std::size_t{ForwardIndex::rare} + 1> wanted;
    for (const auto* set : sets) {
        for (const auto word : set->words) wanted.set(std::min<std::uint32_t>(word, ForwardIndex::rare));
    }
    PickedWords picked;
    for (std::uint32_t place = 0; place < codes_.size(); ++place) {
        if (!wanted[codes_[place]]) continue;
        picked.codes.push_back(codes_[place]);
        picked.places.push_back(place);
    }
    picked_ = std::move(picked);
}

std::vector<std::uint32_t> ForwardDocument::positions(const WordSet& set) const {
    auto places = places_of(set.words);
    // From places among the document's words to positions in the field.
    auto kept = places.begin();
    auto run = runs_.begin();
    for (const auto place : places) {
        while (place >= run->first_word + run->size) ++run;
        if (run->field == set.field) *kept++ = run->first_position + place - run->first_word;
    }
    places.erase(kept, places.end());
    return places;
}

std::vector<std::uint32_t> ForwardDocument::places_of(const std::vector<std::uint32_t>& words) const {
    std::vector<std::uint32_t> places;
    const auto codes = picked_ ? std::span<const std::uint16_t>(picked_->codes) : codes_;
    const auto first_rare = std::ranges::lower_bound(words, ForwardIndex::rare);
    const std::span common(words.begin(), first_rare);
    const std::span wanted_rare(first_rare, words.end());
    if (common.size() <= few_words) {
        for (const auto word : common) append_places(codes, static_cast<std::uint16_t>(word), places);
    } else {
        for (std::uint32_t i = 0; i < codes.size(); ++i) {
            if (std::ranges::binary_search(common, codes[i])) places.push_back(i);
        }
    }
    if (!wanted_rare.empty()) {
        std::vector<std::uint32_t> rare_places;
        append_places(codes, ForwardIndex::rare, rare_places);
        for (std::size_t i = 0; i < rare_places.size(); ++i) {
            if (std::ranges::binary_search(wanted_rare, rare_[i])) places.push_back(rare_places[i]);
        }
    }
    if (words.size() > 1) std::ranges::sort(places);
    if (picked_) std::ranges::transform(places, places.begin(), [this](std::uint32_t picked) { return picked_->places[picked]; });
    return places;
}

std::vector<std::uint32_t> ForwardDocument::words() const {
    std::vector<std::uint32_t> all;
    all.reserve(codes_.size());
    auto next_rare = rare_.begin();
    for (const auto code : codes_) all.push_back(code == ForwardIndex::rare ? *next_rare++ : code);
    return all;
}

std::vector<std::uint32_t> ForwardDocument::sentence_starts() const {
    std::vector<std::uint32_t> starts;
    auto run = runs_.begin();
    for (const auto word : sentences_) {
        while (word >= run->first_word + run->size) ++run;
        starts.push_back(run->first_position + word - run->first_word);
    }
    return starts;
}

std::vector<std::uint32_t> ForwardDocument::paragraph_starts() const {
    std::vector<std::uint32_t> starts;
    for (const auto& run : runs_) {
        if (run.field == 0) starts.push_back(run.first_position);
    }
    return starts;
}

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
    const auto bytes = mapping_->file.bytes();
    const auto offset = mapping_->offset(docid);
    if (offset == 0) return ForwardDocument();
    if (offset > mapping_->rows) return std::nullopt;
    const auto packed = unpack(bytes, offset, mapping_->rows);
    if (!packed) return std::nullopt;
    RunReader texts(*packed);
    if (!texts.read()) return std::nullopt;
    auto rare_words = read_rare(*packed, mapping_->words);
    if (!rare_words || count_code(packed->codes, rare) != rare_words->size()) return std::nullopt;
    return ForwardDocument(std::move(texts.runs), std::move(texts.sentences), packed->codes, std::move(*rare_words));
}

bool ForwardIndex::may_hold_phrase(std::uint32_t docid, std::span<const WordSet* const> sets) const {
    const auto offset = mapping_->offset(docid);
    if (offset == 0 || offset > mapping_->rows) return false;
    const auto& first = *sets.front();
    const auto packed = unpack(mapping_->file.bytes(), offset, mapping_->rows);
    if (!packed) return false;
    const auto codes = packed->codes.first(packed->end_of(first.field)).subspan(packed->begin_of(first.field));
    const auto common = std::ranges::lower_bound(first.words, rare) - first.words.begin();
    if (static_cast<std::size_t>(common) > few_words) return true;
    bool found = false;
    const auto look = [&](std::size_t place) {
        if (found || codes.size() - place < sets.size()) return;
        for (std::size_t i = 1; i < sets.size(); ++i) {
            if (!may_be_of(*sets[i], codes[place + i])) return;
        }
        found = true;
    };
    for (const auto word : std::span(first.words).first(static_cast<std::size_t>(common)))
        for_each_place(codes, static_cast<std::uint16_t>(word), look);
    if (may_be_of(first, rare)) for_each_place(codes, rare, look);
    return found;
}

std::size_t ForwardIndex::count(std::uint32_t docid, const WordSet& set, std::size_t most) const {
    const auto offset = mapping_->offset(docid);
    if (set.words.empty() || offset == 0 || offset > mapping_->rows) return 0;
    const auto packed = unpack(mapping_->file.bytes(), offset, mapping_->rows);
    if (!packed) return 0;
    const auto begin = packed->begin_of(set.field);
    const auto until_end = packed->codes.first(packed->end_of(set.field));
    const auto codes = until_end.subspan(begin);
    const auto first_rare = std::ranges::lower_bound(set.words, rare);
    const std::span common(set.words.begin(), first_rare);
    const std::span wanted_rare(first_rare, set.words.end());
    std::size_t found = 0;
    if (common.size() > few_words) {
        found = static_cast<std::size_t>(
            std::ranges::count_if(codes, [&](std::uint16_t code) { return std::ranges::binary_search(common, code); }));
    } else {
        for (const auto word : common) {
            if (found >= most) break;
            for_each_place(codes, static_cast<std::uint16_t>(word), [&found](std::size_t) { ++found; });
        }
    }
    if (wanted_rare.empty() || found >= most) return found;
    VarintReader numbers(packed->rare);
    for_each_place(until_end, rare, [&](std::size_t place) {
        const auto above = numbers.read();
        if (above && place >= begin && std::ranges::binary_search(wanted_rare, *above + rare)) ++found;
    });
    return found;
}

}  // namespace palermo
