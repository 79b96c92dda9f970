// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/packed_document.hpp"

#include "indexer/index/varint.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace palermo {
namespace {

/// Where the texts of a document begin. What damage might ask for is bounded by the words that are there.
std::optional<std::vector<ForwardRun>> read_runs(const PackedDocument& document) {
    std::vector<ForwardRun> runs;
    VarintReader reader(document.texts);
    std::uint32_t first_word = 0;
    for (std::size_t field = 0; field < document.words.size(); ++field) {
        std::uint32_t position = 1;
        for (auto left = document.words[field]; left > 0;) {
            const auto size = reader.read().value_or(0);
            if (size == 0 || size > left) return std::nullopt;
            runs.push_back({.field = field, .first_word = first_word, .size = size, .first_position = position});
            position += size + layout::paragraph_gap;
            first_word += size;
            left -= size;
        }
    }
    return runs;
}

/// `words`: in the index.
std::optional<std::vector<RareWord>> read_rare(const PackedDocument& document, std::uint32_t words) {
    const auto rare_words = words - std::min<std::uint32_t>(words, rare_code);
    std::vector<RareWord> rare;
    VarintReader reader(document.rare);
    bool is_whole = true;
    document.codes.for_each(rare_code, 0, document.codes.size(), [&](std::size_t place) {
        const auto above = is_whole ? reader.read() : std::nullopt;
        is_whole = above && *above < rare_words;
        if (is_whole) rare.push_back({.word = *above + rare_code, .place = static_cast<std::uint32_t>(place)});
    });
    if (!is_whole || reader.position() != document.rare.size()) return std::nullopt;
    return rare;
}

/// The code of a word of the set; of a rare one only that there is one.
bool may_be_of(const WordSet& set, std::uint16_t code) {
    if (code == rare_code) return !set.rare().empty();
    return std::ranges::binary_search(set.words, code);
}

bool may_stand_in_order(const PackedDocument& document, std::span<const WordSet* const> sets) {
    const auto& first = *sets.front();
    const auto begin = document.begin_of(first.field);
    const auto end = document.end_of(first.field);
    const auto codes = document.codes.in_order();
    bool found = false;
    const auto look = [&](std::size_t place) {
        if (found || end - place < sets.size()) return;
        for (std::size_t i = 1; i < sets.size(); ++i) {
            if (!may_be_of(*sets[i], codes[place + i])) return;
        }
        found = true;
    };
    document.codes.for_each_of(first.common(), begin, end, look);
    if (!first.rare().empty()) document.codes.for_each(rare_code, begin, end, look);
    return found;
}

using Places = std::span<const std::uint16_t>;

/// Where the set's words may stand in a document that is packed code by code, ascending. Those of one word are read where they are, those
/// of several are put into `joined`.
Places places_of(const PackedWords& words, const WordSet& set, std::vector<std::uint16_t>& joined) {
    const auto common = set.common();
    const bool has_rare = !set.rare().empty();
    if (common.size() == 1 && !has_rare) return words.places_of(static_cast<std::uint16_t>(common.front()));
    if (common.empty()) return has_rare ? words.places_of(rare_code) : Places();
    joined.clear();
    const auto add = [&joined](std::size_t place) { joined.push_back(static_cast<std::uint16_t>(place)); };
    words.for_each_of(common, 0, words.size(), add);
    if (has_rare) words.for_each(rare_code, 0, words.size(), add);
    std::ranges::sort(joined);
    return joined;
}

/// Those of `begins` from which one of `next` is `distance` away. The shorter list is gone through, the longer one searched.
std::vector<std::uint16_t> followed(Places begins, Places next, int distance) {
    const bool from_begins = begins.size() <= next.size();
    const auto shorter = from_begins ? begins : next;
    const auto longer = from_begins ? next : begins;
    std::vector<std::uint16_t> kept;
    auto found = longer.begin();
    for (const auto place : shorter) {
        const int wanted = from_begins ? place + distance : place - distance;
        found = std::lower_bound(found, longer.end(), wanted);
        if (found == longer.end()) break;
        if (*found == wanted) kept.push_back(from_begins ? place : *found);
    }
    return kept;
}

bool may_stand_by_places(const PackedDocument& document, std::span<const WordSet* const> sets) {
    std::vector<std::uint16_t> joined;
    const auto all = places_of(document.codes, *sets.front(), joined);
    const auto field = sets.front()->field;
    const auto first = std::ranges::lower_bound(all, document.begin_of(field));
    const Places begins(first, std::lower_bound(first, all.end(), document.end_of(field)));
    if (sets.size() == 1 || begins.empty()) return !begins.empty();
    std::vector<std::uint16_t> others;
    auto kept = followed(begins, places_of(document.codes, *sets[1], others), 1);
    for (std::size_t i = 2; i < sets.size() && !kept.empty(); ++i)
        kept = followed(kept, places_of(document.codes, *sets[i], others), static_cast<int>(i));
    return !kept.empty();
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
    const auto sentences_size = head.read();
    const auto rare_size = head.read();
    if (!texts_size || !sentences_size || !rare_size) return std::nullopt;
    const auto texts = offset + head.position();
    const auto sentences = texts + *texts_size;
    const auto rare = sentences + *sentences_size;
    auto codes = rare + *rare_size;
    codes += codes % 2;
    if (codes > end) return std::nullopt;
    const auto packed = PackedWords::read(bytes.substr(codes, end - codes), words);
    if (!packed) return std::nullopt;
    document.texts = bytes.substr(texts, *texts_size);
    document.sentences = bytes.substr(sentences, *sentences_size);
    document.rare = bytes.substr(rare, *rare_size);
    document.codes = *packed;
    return document;
}

std::optional<ForwardDocument> unpack(const PackedDocument& document, std::uint32_t words) {
    auto runs = read_runs(document);
    if (!runs) return std::nullopt;
    auto rare = read_rare(document, words);
    if (!rare) return std::nullopt;
    return ForwardDocument(std::move(*runs), document.sentences, document.codes, std::move(*rare));
}

std::size_t count_words(const PackedDocument& document, const WordSet& set, std::size_t most) {
    const auto begin = document.begin_of(set.field);
    const auto end = document.end_of(set.field);
    const auto common = set.common();
    std::size_t found = 0;
    const auto count = [&found](std::size_t) { ++found; };
    if (common.size() > few_codes) {
        document.codes.for_each_of(common, begin, end, count);
    } else {
        for (const auto word : common) {
            if (found >= most) break;
            document.codes.for_each(static_cast<std::uint16_t>(word), begin, end, count);
        }
    }
    const auto wanted = set.rare();
    if (wanted.empty() || found >= most) return found;
    // The numbers of rare words in the fields before stand before those of this one.
    VarintReader numbers(document.rare);
    document.codes.for_each(rare_code, 0, end, [&](std::size_t place) {
        const auto above = numbers.read();
        if (above && place >= begin && std::ranges::binary_search(wanted, *above + rare_code)) ++found;
    });
    return found;
}

bool may_hold_phrase(const PackedDocument& document, std::span<const WordSet* const> sets) {
    if (sets.front()->common().size() > few_codes) return true;
    return document.codes.are_by_code() ? may_stand_by_places(document, sets) : may_stand_in_order(document, sets);
}

}  // namespace palermo
