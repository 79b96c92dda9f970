// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/written_words.hpp"

#include "searchd/search/word_sets.hpp"

#include <algorithm>
#include <set>

namespace palermo {
namespace {

std::size_t segments_of(const Snapshot& snapshot) { return snapshot.manifest().segments.size(); }

/// Whether a document that is not deleted has the word of one entry in a segment's list.
bool has_live(const Snapshot& snapshot, std::size_t segment, const WordSet& word) {
    const auto& index = snapshot.forward(segment);
    auto live = index.documents_with(word);
    const auto& deleted = *snapshot.deleted();
    for (auto docid = std::ranges::lower_bound(deleted, index.first_docid());
         live > 0 && docid != deleted.end() && *docid <= index.last_docid(); ++docid) {
        if (index.count(*docid, word, 1) > 0) --live;
    }
    return live > 0;
}

}  // namespace

Cover cover(const Snapshot& snapshot, const std::vector<std::string>& terms) {
    WordSets sets(snapshot);
    std::set<std::string> stems;
    for (std::size_t segment = 0; segment < segments_of(snapshot); ++segment) {
        const auto& words = sets.of(segment, terms);
        for (const auto number : words.words) stems.insert(snapshot.forward(segment).word(number).stem_term(words.field));
    }
    const auto has_others_in = [&](std::size_t segment, const std::string& stem) {
        return !std::ranges::includes(sets.of(segment, terms).words, snapshot.forward(segment).find(stem).words);
    };
    Cover cover{.postings = {stems.begin(), stems.end()}};
    for (std::size_t segment = 0; segment < segments_of(snapshot) && !cover.has_others; ++segment)
        cover.has_others = std::ranges::any_of(stems, [&](const auto& stem) { return has_others_in(segment, stem); });
    return cover;
}

std::uint64_t documents_with(const Snapshot& snapshot, const std::string& written) {
    std::uint64_t documents = 0;
    for (std::size_t segment = 0; segment < segments_of(snapshot); ++segment) {
        const auto& index = snapshot.forward(segment);
        documents += index.documents_with(index.find(written));
    }
    return documents;
}

bool has_live_word(const Snapshot& snapshot, const std::string& written) {
    for (std::size_t segment = 0; segment < segments_of(snapshot); ++segment) {
        const auto set = snapshot.forward(segment).find(written);
        const auto is_live = [&](std::uint32_t number) { return has_live(snapshot, segment, {.field = set.field, .words = {number}}); };
        if (std::ranges::any_of(set.words, is_live)) return true;
    }
    return false;
}

WordsByBeginning words_beginning_with(const Snapshot& snapshot, std::string_view beginning, std::size_t field, std::size_t most) {
    WordsByBeginning found;
    for (std::size_t segment = 0; segment < segments_of(snapshot); ++segment) {
        const auto& index = snapshot.forward(segment);
        const auto numbers = index.beginning_with(beginning, most);
        if (numbers.size() == most) found.is_cut = true;
        for (const auto number : numbers) {
            const auto word = index.word(number);
            if (word.counts.documents[field] > 0) found.documents[std::string(word.word)] += word.counts.documents[field];
        }
    }
    return found;
}

}  // namespace palermo
