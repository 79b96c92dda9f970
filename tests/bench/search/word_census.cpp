// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/word_census.hpp"

#include "corpus/facet.hpp"
#include "tests/bench/flat_record.hpp"
#include "tests/bench/random.hpp"

#include <xapian.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string_view>

namespace palermo::bench {
namespace {

constexpr std::size_t sample_size = 2'000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The word in lower case; empty when it is none, as "Mr." or "non-payment".
std::string plain_word(std::string_view piece) {
    std::string word;
    for (const char c : piece) {
        if (!is_letter(c)) return {};
        word += static_cast<char>(c | 0x20);
    }
    return word.size() >= 2 ? word : std::string();
}

std::string_view without_stop(std::string_view piece) {
    while (!piece.empty() && (piece.back() == '.' || piece.back() == ',' || piece.back() == '?')) piece.remove_suffix(1);
    return piece;
}

void add_runs(std::string_view text, std::vector<std::vector<std::string>>& runs) {
    runs.emplace_back();
    while (!text.empty()) {
        const auto blank = std::min(text.find(' '), text.size());
        const auto piece = text.substr(0, blank);
        text.remove_prefix(std::min(blank + 1, text.size()));
        auto word = plain_word(without_stop(piece));
        const bool ends_run = word.empty() || without_stop(piece).size() < piece.size();
        if (!word.empty()) runs.back().push_back(std::move(word));
        if (ends_run && !runs.back().empty()) runs.emplace_back();
    }
}

bool is_facet(const std::string& flat) {
    return std::ranges::any_of(all_facets, [&](Facet facet) { return flat == flat_name(name_of(facet)); });
}

SampleRecord read_sample(const FlatRecord& record) {
    SampleRecord sample;
    for (const auto& [name, value] : record) {
        if (name == "p") add_runs(value, sample.runs);
        if (is_facet(name)) sample.choices.push_back({name, value});
    }
    return sample;
}

}  // namespace

std::vector<std::string> SampleRecord::distinct_words() const {
    std::set<std::string> words;
    for (const auto& run : runs) words.insert(run.begin(), run.end());
    return {words.begin(), words.end()};
}

double WordCensus::share_of(const std::string& word) const {
    const auto found = records_with.find(word);
    return found == records_with.end() ? 0 : static_cast<double>(found->second) / static_cast<double>(records);
}

bool WordCensus::is_clear(const std::string& word) const {
    static const Xapian::Stem stem_of("en");
    const auto stem = stem_of(word);
    return !records_with.contains(stem) || stem_of(stem) == stem;
}

WordCensus take_census(const std::filesystem::path& flat_file, std::uint64_t seed) {
    std::ifstream in(flat_file, std::ios::binary);
    WordCensus census;
    Random random(seed);
    for (FlatRecord record; read_flat_record(in, record); ++census.records) {
        auto sample = read_sample(record);
        for (const auto& word : sample.distinct_words()) ++census.records_with[word];
        // Of any number of records each has the same chance to stay.
        const auto place = random.below(census.records + 1);
        if (census.samples.size() < sample_size)
            census.samples.push_back(std::move(sample));
        else if (place < sample_size)
            census.samples[place] = std::move(sample);
    }
    if (census.records == 0) throw std::runtime_error(flat_file.string() + " holds no records.");
    return census;
}

}  // namespace palermo::bench
