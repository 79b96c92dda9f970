// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/forward_index_merger.hpp"

#include "indexer/index/forward_index.hpp"
#include "indexer/index/mapped_file.hpp"
#include "indexer/index/segment_files.hpp"
#include "indexer/index/word_tally.hpp"
#include "indexer/load/forward_index_writer.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace palermo {
namespace {

class Merger {
public:
    explicit Merger(std::span<const MergeInput> inputs) : inputs_(inputs) {}

    Result<void> run(const std::filesystem::path& file) {
        for (const auto& input : inputs_) {
            if (auto collected = collect_words(input); !collected) return collected;
        }
        auto writer = ForwardIndexWriter::create(file, inputs_.front().first_docid, words_);
        if (!writer) return writer.error();
        for (std::size_t i = 0; i < inputs_.size(); ++i) {
            if (auto carried = carry_over(inputs_[i], renamed_[i], *writer); !carried) return carried;
        }
        return writer->finish(inputs_.back().last_docid);
    }

private:
    /// Puts the words of an input into the common list. How often they stand there is counted anew where documents go.
    Result<void> collect_words(const MergeInput& input) {
        const auto index = ForwardIndex::open(segment_files::forward(input.directory));
        if (!index) return index.error();
        auto& renamed = renamed_.emplace_back();
        WordTally tally(*index);
        if (!input.erased.empty()) {
            auto counted =
                for_each_kept(input, *index, [&](std::uint32_t, const ForwardDocument& document) { return tally.add(document); });
            if (!counted) return counted;
        }
        for (std::uint32_t number = 0; number < index->word_count(); ++number) {
            const auto word = index->word(number);
            renamed.push_back(words_.add(word.word, word.stem));
            words_.count(renamed.back(), input.erased.empty() ? word.counts : tally.of(number));
        }
        return {};
    }

    static Result<void> carry_over(const MergeInput& input, const std::vector<std::uint32_t>& renamed, ForwardIndexWriter& writer) {
        const auto index = ForwardIndex::open(segment_files::forward(input.directory));
        if (!index) return index.error();
        return for_each_kept(input, *index, [&](std::uint32_t docid, const ForwardDocument& read) {
            DocumentWords document{.words = read.words(), .runs = {}, .sentences = read.sentences()};
            for (auto& word : document.words) {
                if (word >= renamed.size()) return false;
                word = renamed[word];
            }
            for (const auto& run : read.runs()) document.runs.push_back({.field = run.field, .size = run.size});
            writer.add(docid, document);
            return true;
        });
    }

    /// `use` tells whether the document makes sense.
    static Result<void> for_each_kept(const MergeInput& input, const ForwardIndex& index,
                                      const std::function<bool(std::uint32_t, const ForwardDocument&)>& use) {
        for (auto docid = index.first_docid(); docid <= index.last_docid(); ++docid) {
            if (std::ranges::binary_search(input.erased, docid)) continue;
            const auto document = index.document(docid);
            const bool is_read = document && (document->runs().empty() || use(docid, *document));
            if (!is_read) return damaged_file(segment_files::forward(input.directory));
        }
        return {};
    }

    std::span<const MergeInput> inputs_;
    WordList words_;
    std::vector<std::vector<std::uint32_t>> renamed_;  ///< by input: the common list's numbers of its words
};

}  // namespace

Result<void> merge_forward_indexes(std::span<const MergeInput> inputs, const std::filesystem::path& file) {
    return Merger(inputs).run(file);
}

}  // namespace palermo
