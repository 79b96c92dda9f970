// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/suggester.hpp"

#include "indexer/analysis/completion_key.hpp"
#include "indexer/analysis/normalizer.hpp"
#include "indexer/index/layout.hpp"
#include "searchd/query/parser.hpp"
#include "searchd/search/near_keys.hpp"
#include "searchd/search/written_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace palermo {
namespace {

constexpr std::size_t most_looks = 40'000;
constexpr unsigned most_slips = 2;

/// The query, or one near it that can be read: a quotation mark or a bracket may still be open.
std::string searchable(std::string query) {
    auto parsed = query::parse(query);
    if (auto* error = std::get_if<query::ParseError>(&parsed)) return std::move(error->repair);
    return query;
}

/// The text as one phrase; its words alone when quotation marks stand inside.
std::string quoted(const std::string& text) {
    auto phrase = '"' + text + '"';
    const auto parsed = query::parse(phrase);
    const auto* tree = std::get_if<std::optional<query::Node>>(&parsed);
    const bool is_phrase = tree != nullptr && *tree && std::holds_alternative<query::Phrase>((*tree)->value);
    return is_phrase ? phrase : '"' + completion_key(text) + '"';
}

/// Collects suggestions until there are enough: first what begins exactly as was typed, then with one slip, then with two.
class Collector {
public:
    Collector(const WorkerView& view, const SuggestRequest& request)
        : view_(view),
          snapshot_(view.snapshot()),
          request_(request),
          segments_(snapshot_.manifest().segments.size()),
          whole_(completion_key(request.text)),
          citation_(citation_key(request.text)) {
        if (const auto word = word_being_typed(request.text)) {
            before_word_ = request.text.substr(0, word->begin);
            word_ = fold_word(request.text.substr(word->begin));
        }
    }

    std::vector<Suggestion> run() {
        for (slips_ = 0; slips_ <= most_slips && found_.size() < request_.limit; ++slips_) {
            take_in_turn({concepts(), cases(whole_), citations(), words()});
        }
        // "R v Tang" is what everybody calls a case whose title is "R v Wei Tang".
        slips_ = 0;
        const auto starts = key_starts(whole_);
        if (starts.size() > 1 && places_of(SuggestionKind::case_name) == 0) take_in_turn({List(), cases(whole_.substr(starts.back()))});
        return std::move(found_);
    }

private:
    using List = std::vector<Suggestion>;
    using Weighed = std::pair<std::string_view, std::uint64_t>;

    /// So many that enough are left when all that was found already is among them.
    [[nodiscard]] std::size_t wanted() const { return request_.limit + found_.size(); }

    std::vector<KeyRange> ranges(const SortedKeys& keys, std::string_view typed) {
        if (typed.empty() || slips_ > slips_forgiven(typed)) return {};
        if (slips_ == 0) return {prefix_range(keys, typed)};
        // A fair share for each list that is still to be walked: what one leaves over goes to the others.
        auto share = looks_left_ / walks_left_--;
        looks_left_ -= share;
        auto found = near_keys(keys, typed, slips_, share);
        looks_left_ += share;
        return found;
    }

    /// The heaviest entries of a segment that fit, in no order.
    std::vector<Completion> heaviest(std::size_t segment, CompletionKind kind, std::string_view typed) {
        const auto& completions = snapshot_.completions(segment);
        // A case may come once for each word of its title.
        const auto count = kind == CompletionKind::case_name ? wanted() * max_key_starts : wanted();
        std::vector<Completion> all;
        const auto is_live = [this](std::uint32_t docid) { return !snapshot_.is_deleted(docid); };
        for (const auto range : ranges(completions.keys(kind), typed)) {
            for (const auto position : completions.heaviest(kind, range, count, is_live)) all.push_back(completions.at(kind, position));
        }
        if (all.size() <= count) return all;
        std::ranges::nth_element(all, all.begin() + static_cast<std::ptrdiff_t>(count), std::greater{}, &Completion::weight);
        all.resize(count);
        return all;
    }

    List concepts() {
        const auto& labels = snapshot_.concept_labels();
        std::vector<const ConceptCompletion*> all;
        for (const auto range : ranges(labels.keys(), whole_)) {
            for (auto position = range.begin; position < range.end; ++position) all.push_back(&labels.at(position));
        }
        // Of one concept's labels the one in the reader's language.
        const auto rank = [this](const ConceptCompletion* entry) {
            return std::tuple(entry->lang != request_.lang, !entry->is_whole, entry->key.size(), std::string_view(entry->key));
        };
        std::ranges::sort(all, {}, rank);
        List list;
        std::set<std::string_view> ids;
        for (const auto* entry : all) {
            if (ids.insert(entry->concept_id).second)
                list.push_back({SuggestionKind::concept_label, entry->label, quoted(entry->label), entry->concept_id});
        }
        return list;
    }

    List cases(std::string_view typed) {
        List list;
        for (const auto& entry : of_all_segments(CompletionKind::case_name, typed)) {
            const std::string text(entry.text);
            list.push_back({SuggestionKind::case_name, text, quoted(text), std::string(entry.id)});
        }
        return list;
    }

    List citations() {
        List list;
        for (const auto& entry : of_all_segments(CompletionKind::citation, citation_)) {
            const std::string text(entry.text);
            list.push_back({SuggestionKind::citation, text, searchable(text), std::string(entry.id)});
        }
        return list;
    }

    /// The shortest keys first: in them most has been typed.
    std::vector<Completion> of_all_segments(CompletionKind kind, std::string_view typed) {
        std::vector<Completion> all;
        for (std::size_t segment = 0; segment < segments_; ++segment) {
            for (const auto& entry : heaviest(segment, kind, typed)) all.push_back(entry);
        }
        std::ranges::sort(all, {},
                          [](const Completion& entry) { return std::tuple(entry.key.size(), entry.text.size(), entry.key, entry.id); });
        return all;
    }

    List words() {
        std::map<std::string_view, std::uint64_t> documents;
        for (std::size_t segment = 0; segment < segments_; ++segment) {
            for (const auto& entry : heaviest(segment, CompletionKind::word, word_)) documents[entry.text] += entry.weight;
        }
        std::vector<Weighed> weighed(documents.begin(), documents.end());
        std::ranges::stable_sort(weighed, std::greater{}, &Weighed::second);
        keep_live(weighed);
        // Over all segments: a word that is rare in one may be frequent in another.
        for (auto& [text, count] : weighed) count = documents_with(snapshot_, layout::written_term(layout::body, text));
        std::ranges::stable_sort(weighed, std::greater{}, &Weighed::second);
        List list;
        for (const auto& [text, count] : weighed)
            list.push_back({SuggestionKind::word, std::string(text), searchable(before_word_ + std::string(text)), ""});
        return list;
    }

    /// The first that are wanted and that a record has which is shown: weights count the others too.
    void keep_live(std::vector<Weighed>& words) const {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < words.size() && kept < wanted(); ++i) {
            if (has_live_word(snapshot_, layout::written_term(layout::body, words[i].first))) words[kept++] = words[i];
        }
        words.resize(kept);
    }

    /// One of each list, then the next of each, as long as there is room.
    void take_in_turn(const std::array<List, 4>& lists) {
        std::array<std::size_t, 4> next{};
        for (bool any = true; any;) {
            any = false;
            for (std::size_t i = 0; i < lists.size(); ++i) {
                while (next[i] < lists[i].size() && !is_welcome(lists[i][next[i]])) ++next[i];
                if (next[i] == lists[i].size() || found_.size() == request_.limit) continue;
                add(lists[i][next[i]++]);
                any = true;
            }
        }
    }

    /// New, and not one word too many: of several words that were typed the last says less than all of them.
    [[nodiscard]] bool is_welcome(const Suggestion& suggestion) const {
        if (known_.contains(identity(suggestion))) return false;
        if (suggestion.kind != SuggestionKind::word || word_ == whole_) return true;
        return places_of(suggestion.kind) < (request_.limit + 1) / 2;
    }

    [[nodiscard]] std::size_t places_of(SuggestionKind kind) const {
        return static_cast<std::size_t>(std::ranges::count(found_, kind, &Suggestion::kind));
    }

    // A case and a concept are one thing however they are called; a word or a citation is its text.

    static std::tuple<SuggestionKind, std::string, std::string> identity(const Suggestion& suggestion) {
        const bool is_thing = suggestion.kind == SuggestionKind::concept_label || suggestion.kind == SuggestionKind::case_name;
        return {suggestion.kind, is_thing ? "" : suggestion.text, suggestion.id};
    }

    void add(const Suggestion& suggestion) {
        known_.insert(identity(suggestion));
        found_.push_back(suggestion);
    }

    const WorkerView& view_;
    const Snapshot& snapshot_;
    const SuggestRequest& request_;
    std::size_t segments_;
    std::string whole_;
    std::string citation_;
    std::string before_word_;
    std::string word_;
    unsigned slips_ = 0;
    std::size_t looks_left_ = most_looks;
    std::size_t walks_left_ = most_slips * (1 + all_completion_kinds.size() * segments_);
    List found_;
    std::set<std::tuple<SuggestionKind, std::string, std::string>> known_;
};

}  // namespace

std::vector<Suggestion> suggest(const WorkerView& view, const SuggestRequest& request) { return Collector(view, request).run(); }

}  // namespace palermo
