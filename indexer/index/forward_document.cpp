// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/forward_document.hpp"

#include <algorithm>
#include <bitset>

namespace palermo {
namespace {

void append_places(WordCodes codes, std::uint16_t code, std::vector<std::uint32_t>& out) {
    for_each_place(codes, code, [&out](std::size_t place) { out.push_back(static_cast<std::uint32_t>(place)); });
}

}  // namespace

void ForwardDocument::narrow_to(std::span<const WordSet* const> sets) {
    // So many can be looked for one by one in the same time.
    constexpr std::size_t few_words_of_sets = 4;
    std::size_t words = 0;
    for (const auto* set : sets) words += set->words.size();
    if (words <= few_words_of_sets) return;
    std::bitset<std::size_t{rare_code} + 1> wanted;
    for (const auto* set : sets) {
        for (const auto word : set->words) wanted.set(std::min<std::uint32_t>(word, rare_code));
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
    const auto codes = picked_ ? WordCodes(picked_->codes) : codes_;
    const auto common = set.common();
    if (common.size() <= few_codes) {
        for (const auto word : common) append_places(codes, static_cast<std::uint16_t>(word), places);
    } else {
        for (std::uint32_t i = 0; i < codes.size(); ++i) {
            if (std::ranges::binary_search(common, codes[i])) places.push_back(i);
        }
    }
    if (const auto wanted = set.rare(); !wanted.empty()) {
        std::vector<std::uint32_t> rare_places;
        append_places(codes, rare_code, rare_places);
        for (std::size_t i = 0; i < rare_places.size(); ++i) {
            if (std::ranges::binary_search(wanted, rare_[i])) places.push_back(rare_places[i]);
        }
    }
    if (set.words.size() > 1) std::ranges::sort(places);
    if (picked_) std::ranges::transform(places, places.begin(), [this](std::uint32_t picked) { return picked_->places[picked]; });
    return places;
}

std::vector<std::uint32_t> ForwardDocument::words() const {
    std::vector<std::uint32_t> all;
    all.reserve(codes_.size());
    auto next_rare = rare_.begin();
    for (const auto code : codes_) all.push_back(code == rare_code ? *next_rare++ : code);
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

}  // namespace palermo
