// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/packed_document.hpp"

#include "indexer/index/varint.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace palermo {
namespace {

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
        if (!above || *above >= words - std::min<std::uint32_t>(words, rare_code)) return std::nullopt;
        rare.push_back(*above + rare_code);
    }
    return rare;
}

/// The code of a word of the set; of a rare one only that there is one.
bool may_be_of(const WordSet& set, std::uint16_t code) {
    if (code == rare_code) return !set.rare().empty();
    return std::ranges::binary_search(set.words, code);
}

}  // namespace

std::optional<PackedDocument> packed_document(std::string_view bytes, std::size_t offset, std::size_t end) {
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
    document.codes = WordCodes(reinterpret_cast<const std::uint16_t*>(bytes.data() + codes), words);
    return document;
}

std::optional<ForwardDocument> unpack(const PackedDocument& document, std::uint32_t words) {
    RunReader texts(document);
    if (!texts.read()) return std::nullopt;
    auto rare_words = read_rare(document, words);
    if (!rare_words || count_code(document.codes, rare_code) != rare_words->size()) return std::nullopt;
    return ForwardDocument(std::move(texts.runs), std::move(texts.sentences), document.codes, std::move(*rare_words));
}

std::size_t count_words(const PackedDocument& document, const WordSet& set, std::size_t most) {
    const auto codes = document.codes_of(set.field);
    const auto common = set.common();
    std::size_t found = 0;
    if (common.size() > few_codes) {
        found = static_cast<std::size_t>(
            std::ranges::count_if(codes, [&](std::uint16_t code) { return std::ranges::binary_search(common, code); }));
    } else {
        for (const auto word : common) {
            if (found >= most) break;
            for_each_place(codes, static_cast<std::uint16_t>(word), [&found](std::size_t) { ++found; });
        }
    }
    const auto wanted = set.rare();
    if (wanted.empty() || found >= most) return found;
    // The numbers of rare words in the fields before stand before those of this one.
    const auto begin = document.begin_of(set.field);
    VarintReader numbers(document.rare);
    for_each_place(document.codes.first(begin + codes.size()), rare_code, [&](std::size_t place) {
        const auto above = numbers.read();
        if (above && place >= begin && std::ranges::binary_search(wanted, *above + rare_code)) ++found;
    });
    return found;
}

bool may_hold_phrase(const PackedDocument& document, std::span<const WordSet* const> sets) {
    const auto& first = *sets.front();
    const auto codes = document.codes_of(first.field);
    const auto common = first.common();
    if (common.size() > few_codes) return true;
    bool found = false;
    const auto look = [&](std::size_t place) {
        if (found || codes.size() - place < sets.size()) return;
        for (std::size_t i = 1; i < sets.size(); ++i) {
            if (!may_be_of(*sets[i], codes[place + i])) return;
        }
        found = true;
    };
    for (const auto word : common) for_each_place(codes, static_cast<std::uint16_t>(word), look);
    if (may_be_of(first, rare_code)) for_each_place(codes, rare_code, look);
    return found;
}

}  // namespace palermo
