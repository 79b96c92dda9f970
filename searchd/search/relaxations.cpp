// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/relaxations.hpp"

#include "corpus/nearest.hpp"
#include "searchd/query/echo.hpp"
#include "searchd/query/parser.hpp"
#include "searchd/search/match_rows.hpp"
#include "searchd/search/term_lookup.hpp"
#include "searchd/search/written_words.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

namespace palermo {
namespace {

using query::Node;

/// Words that are looked through for one that may have been meant.
constexpr std::size_t max_spellings = 50'000;
/// How often the nearest may turn out to be a word that only documents have which are no longer shown.
constexpr int max_attempts = 5;
/// So many words are respelled, and so many searches tried: more than a person's question has parts. Of a long query each try takes long,
/// so that only so many parts are tried in all.
constexpr std::size_t max_respelled = 16;
constexpr std::size_t max_tried = 32;
constexpr std::size_t min_tried = 4;
constexpr std::size_t max_parts_tried = 1'000;

/// Whatever repeats the node is replaced with it.
std::string with_replaced(const std::vector<Node>& nodes, std::size_t at, const Node& replacement) {
    auto changed = nodes;
    std::ranges::replace(changed, nodes[at], replacement);
    return changed.size() == 1 ? query::query_text(changed.front()) : query::query_text(Node{query::And{std::move(changed)}, {}});
}

/// The words of a phrase in one paragraph; nothing of one that has a single word.
std::optional<Node> in_one_paragraph(const query::Phrase& phrase) {
    std::istringstream words(phrase.text);
    std::string word;
    words >> word;
    std::optional<Node> near;
    for (Node all{query::Word{word}, {}}; words >> word; all = *near)
        near = Node{query::Near{query::Near::Unit::paragraph, 0, false, {all, {query::Word{word}, {}}}}, {}};
    return near;
}

class Relaxer {
public:
    /// `parts`: how many the query has.
    Relaxer(const SearchRequest& request, std::size_t parts, const PlanContext& context, Deadline deadline)
        : request_(request),
          context_(context),
          deadline_(deadline),
          tries_left_(std::clamp(max_parts_tried / std::max<std::size_t>(parts, 1), min_tried, max_tried)) {}

    void relax_words(const std::vector<Node>& nodes) {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const auto before = nodes.begin() + static_cast<std::ptrdiff_t>(i);
            if (std::find(nodes.begin(), before, nodes[i]) == before) places.push_back(i);
        }
        for (const auto place : places) respell(nodes, place);
        for (const auto place : places) soften(nodes, place);
    }

    void drop_parts(std::span<const QueryPart> parts) {
        for (const auto& part : parts) try_text(part.text.starts_with("lang:") ? "In any language" : "Without " + part.text, part.without);
    }

    void drop_filters() {
        auto wider = request_;
        wider.facets = {};
        wider.from.reset();
        wider.to.reset();
        if (!(wider == request_)) try_request("Without the filters", std::move(wider));
    }

    std::vector<Relaxation> found;

private:
    /// A phrase in any inflection, its words farther apart, and anywhere.
    void soften(const std::vector<Node>& nodes, std::size_t at, const query::Phrase& phrase) {
        auto softer = phrase;
        softer.stemmed = true;
        if (!phrase.stemmed) try_text("In any inflection", with_replaced(nodes, at, {softer, {}}));
        softer.within = 10;
        if (phrase.within < softer.within) try_text("The words of the phrase near each other", with_replaced(nodes, at, {softer, {}}));
        if (const auto near = in_one_paragraph(phrase); near && phrase.within > 0)
            try_text("In one paragraph", with_replaced(nodes, at, *near));
        try_text("The words of the phrase anywhere", with_replaced(nodes, at, {query::Word{phrase.text}, {}}));
    }

    /// A phrase or nearness as less of it; words of a field as the concept they name.
    void soften(const std::vector<Node>& nodes, std::size_t at) {
        if (const auto* phrase = std::get_if<query::Phrase>(&nodes[at].value)) soften(nodes, at, *phrase);
        if (const auto* near = std::get_if<query::Near>(&nodes[at].value)) {
            query::Near farther{query::Near::Unit::paragraph, 0, false, near->operands};
            if (!(farther == *near)) try_text("In one paragraph", with_replaced(nodes, at, {farther, {}}));
            try_text("Anywhere in the case", with_replaced(nodes, at, {query::And{near->operands}, {}}));
        }
        const auto* field = std::get_if<query::Field>(&nodes[at].value);
        if (field == nullptr) return;
        try_text("Anywhere in the case", with_replaced(nodes, at, field->child.front()));
        const auto words = query::query_text(field->child.front());
        for (const auto& match : context_.labels.find(words, context_.analyzer)) {
            for (const auto& named : match.concepts) {
                const auto name = named.facet == Facet::evidential_issue ? query::FilterName::issue : query::FilterName::concept_;
                try_text("Catalogued under it", with_replaced(nodes, at, {query::Filter{name, named.id}, {}}));
            }
        }
    }

    /// Words that no case has, as the nearest that some case has.
    void respell(const std::vector<Node>& nodes, std::size_t at) {
        auto changed = nodes[at];
        auto* word = std::get_if<query::Word>(&changed.value);
        auto* phrase = std::get_if<query::Phrase>(&changed.value);
        if (phrase == nullptr && (word == nullptr || word->is_prefix)) return;
        auto& text = phrase != nullptr ? phrase->text : word->text;
        const auto tokens = context_.analyzer.analyze(text, "en");
        std::string spelling;
        // From the right, so that the places of the words to the left stay.
        for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
            const auto meant = nearest_word(*token);
            if (!meant) continue;
            text.replace(token->begin, token->end - token->begin, *meant);
            spelling = *meant + (spelling.empty() ? "" : " ") + spelling;
        }
        if (!spelling.empty()) try_text("With the spelling \"" + spelling + "\"", with_replaced(nodes, at, changed));
    }

    std::optional<std::string> nearest_word(const Token& token) {
        if (!is_long_enough_to_guess(token.word)) return std::nullopt;
        Watch(deadline_).tick();
        if (const auto known = nearest_.find(token.word); known != nearest_.end()) return known->second;
        if (nearest_.size() == max_respelled) return std::nullopt;
        return nearest_[token.word] = find_nearest_word(token);
    }

    [[nodiscard]] std::optional<std::string> find_nearest_word(const Token& token) const {
        const auto& snapshot = context_.view.snapshot();
        TermLookup lookup(context_.view, context_.languages, context_.analyzer);
        const auto has_live = [this](const std::string& term) { return context_.view.has_live(term); };
        if (std::ranges::any_of(lookup.inflected(token.word, layout::body).postings, has_live)) return std::nullopt;
        std::vector<std::string> words;
        const auto first_letter = token.word.substr(0, 1);
        for (const auto& [word, documents] :
             words_beginning_with(snapshot, first_letter, layout::number_of(layout::body), max_spellings).documents)
            words.push_back(word);
        for (int attempt = 0; attempt < max_attempts; ++attempt) {
            auto meant = nearest(token.word, words);
            if (!meant || has_live_word(snapshot, layout::written_term(layout::body, *meant))) return meant;
            std::erase(words, *meant);
        }
        return std::nullopt;
    }

    void try_text(std::string reason, std::string text) {
        if (text.empty() || tries_left_ == 0) return;
        --tries_left_;
        auto near = request_;
        near.text = std::move(text);
        try_request(std::move(reason), std::move(near));
    }

    void try_request(std::string reason, SearchRequest near) {
        near.page = 1;
        // What the count is of, the link must ask for.
        near.match = request_.match == MatchMode::any ? MatchMode::any : MatchMode::all;
        const bool is_known = std::ranges::any_of(found, [&](const Relaxation& other) { return other.request == near; });
        if (found.size() == max_relaxations || is_known) return;
        const auto parsed = query::parse(near.text);
        const auto* text = std::get_if<std::optional<Node>>(&parsed);
        if (text == nullptr) return;
        const auto planned = plan_query(*text, near, near.match, context_, deadline_);
        const auto* plan = std::get_if<QueryPlan>(&planned);
        if (plan == nullptr) return;
        const auto total = count(match_rows(context_.view, plan->ranked.tree(), deadline_));
        if (total > 0) found.push_back({.reason = std::move(reason), .request = std::move(near), .total = total});
    }

    const SearchRequest& request_;
    const PlanContext& context_;
    Deadline deadline_;
    std::map<std::string, std::optional<std::string>> nearest_;  ///< of words that were looked at
    std::size_t tries_left_;
};

}  // namespace

Relaxations find_relaxations(const SearchRequest& request, const std::optional<query::Node>& text, std::span<const QueryPart> parts,
                             const PlanContext& context, Deadline deadline) {
    Relaxer relaxer(request, parts.size(), context, deadline);
    try {
        if (text) {
            const auto* both = std::get_if<query::And>(&text->value);
            relaxer.relax_words(both != nullptr ? both->children : std::vector<Node>{*text});
        }
        relaxer.drop_parts(parts);
        relaxer.drop_filters();
    } catch (const DeadlinePassed&) {
        // What was found so far helps too.
        return {.found = std::move(relaxer.found), .is_cut_short = true};
    }
    return {.found = std::move(relaxer.found)};
}

}  // namespace palermo
