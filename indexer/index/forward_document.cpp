// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/forward_document.hpp"

#include "indexer/index/varint.hpp"

#include <algorithm>
#include <bitset>

namespace palermo {

void ForwardDocument::narrow_to(std::span<const WordSet* const> sets) {
    // So many can be looked for one by one in the same time.
    constexpr std::size_t few_words_of_sets = 4;
    if (!is_in_order()) return;
    std::size_t words = 0;
    for (const auto* set : sets) words += set->words.size();
    if (words <= few_words_of_sets) return;
    std::bitset<std::size_t{rare_code} + 1> wanted;
    for (const auto* set : sets) {
        for (const auto word : set->common()) wanted.set(word);
    }
    PickedWords picked;
    const auto codes = codes_.in_order();
    for (std::uint32_t place = 0; place < codes.size(); ++place) {
        if (!wanted[codes[place]]) continue;
        picked.codes.push_back(codes[place]);
        picked.places.push_back(place);
    }
    picked_ = std::move(picked);
}

std::vector<std::uint32_t> ForwardDocument::positions(const WordSet& set) const {
    auto places = places_of(set);
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

std::vector<std::uint32_t> ForwardDocument::places_of(const WordSet& set) const {
    std::vector<std::uint32_t> places;
    const auto codes = picked_ ? PackedWords(picked_->codes) : codes_;
    codes.for_each_of(set.common(), 0, codes.size(), [&places](std::size_t place) { places.push_back(static_cast<std::uint32_t>(place)); });
    if (picked_) std::ranges::transform(places, places.begin(), [this](std::uint32_t picked) { return picked_->places[picked]; });
    if (const auto wanted = set.rare(); !wanted.empty()) {
        // A document has hundreds of them: most are told apart without a search.
        for (const auto& [word, place] : rare_) {
            if (word >= wanted.front() && word <= wanted.back() && std::ranges::binary_search(wanted, word)) places.push_back(place);
        }
    }
    if (set.words.size() > 1) std::ranges::sort(places);
    return places;
}

std::vector<std::uint32_t> ForwardDocument::words() const {
    const auto codes = codes_.to_order();
    std::vector<std::uint32_t> all(codes.begin(), codes.end());
    for (const auto& [word, place] : rare_) all[place] = word;
    return all;
}

std::vector<std::uint32_t> ForwardDocument::sentences() const {
    std::vector<std::uint32_t> first_words;
    std::size_t word = 0;
    for (VarintReader steps(sentences_); steps.position() < sentences_.size(); first_words.push_back(static_cast<std::uint32_t>(word))) {
        const auto step = steps.read();
        // Damage gives fewer.
        if (!step || *step >= codes_.size() - word) break;
        word += *step;
    }
    return first_words;
}

std::vector<std::uint32_t> ForwardDocument::sentence_starts() const {
    std::vector<std::uint32_t> starts;
    auto run = runs_.begin();
    for (const auto word : sentences()) {
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

}  // namespace palermo
