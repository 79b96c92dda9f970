// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/pattern_planner.hpp"

#include "searchd/search/elision.hpp"

#include <utility>

namespace palermo {
namespace {

using Kind = PositionPattern::Kind;

/// Queries have no language of their own. Any will do for the boundaries but for elision.
constexpr std::string_view any_language = "en";
constexpr std::string_view eliding_language = "fr";

PositionPattern group_of(Kind kind, std::vector<PositionPattern> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    return {.kind = kind, .terms = {}, .postings = {}, .written = {}, .parts = std::move(parts)};
}

PositionPattern pair_of(const PositionPattern& manner, PositionPattern left, PositionPattern right) {
    auto pair = manner;
    pair.parts.push_back(std::move(left));
    pair.parts.push_back(std::move(right));
    return pair;
}

/// All parts near one another: from the left, pair by pair.
PositionPattern chain(const PositionPattern& manner, std::vector<PositionPattern> parts) {
    if (parts.empty()) return {};
    auto all = std::move(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) all = pair_of(manner, std::move(all), std::move(parts[i]));
    return all;
}

/// Only the body knows its sentences and paragraphs; elsewhere a name or a title is one of both.
PositionPattern manner_of(const query::Near& near, const layout::TextField& field) {
    PositionPattern manner{
        .kind = Kind::near, .terms = {}, .postings = {}, .written = {}, .parts = {}, .distance = near.distance, .ordered = near.ordered};
    if (near.unit == query::Near::Unit::words) return manner;
    manner.distance = layout::paragraph_gap - 1;
    if (field.prefix == layout::body.prefix) manner.kind = near.unit == query::Near::Unit::sentence ? Kind::sentence : Kind::paragraph;
    return manner;
}

}  // namespace

PositionPattern PatternPlanner::plan(const query::Node& node) {
    if (const auto* word = std::get_if<query::Word>(&node.value)) return plan_word(*word);
    if (const auto* phrase = std::get_if<query::Phrase>(&node.value)) return plan_phrase(*phrase);
    if (const auto* near = std::get_if<query::Near>(&node.value)) return plan_near(*near);
    if (const auto* either = std::get_if<query::Or>(&node.value)) return group_of(Kind::any, plan_all(either->children));
    // Words side by side beside an operator of nearness: each must be near.
    if (const auto* both = std::get_if<query::And>(&node.value)) return chain(group_manner_, plan_all(both->children));
    return {};
}

PositionPattern PatternPlanner::plan_word(const query::Word& word) {
    const query::Phrase manner{.text = {}, .stemmed = true, .within = 0};
    const auto text = word.is_prefix ? word.text + '*' : word.text;
    auto whole = read_words(text, any_language, manner);
    const auto article = elided_article(text, analyzer_);
    if (article == 0) return whole;
    // In French a word begins behind its article, which is a word by itself there.
    auto inner = read_words(std::string_view(text).substr(article), any_language, manner);
    return group_of(Kind::any, {std::move(whole), std::move(inner)});
}

PositionPattern PatternPlanner::plan_phrase(const query::Phrase& phrase) {
    auto [whole, elided] = read_twice(phrase.text, phrase);
    if (whole == elided) return whole;
    return group_of(Kind::any, {std::move(whole), std::move(elided)});
}

PositionPattern PatternPlanner::plan_near(const query::Near& near) {
    const auto manner = manner_of(near, field_);
    auto unordered = manner;
    unordered.ordered = false;
    const auto outer = std::exchange(group_manner_, unordered);
    auto operands = plan_all(near.operands);
    group_manner_ = outer;
    return chain(manner, std::move(operands));
}

std::vector<PositionPattern> PatternPlanner::plan_all(const std::vector<query::Node>& nodes) {
    std::vector<PositionPattern> parts;
    for (const auto& node : nodes) {
        if (auto part = plan(node); !is_empty(part)) parts.push_back(std::move(part));
    }
    return parts;
}

/// In both readings that matter: where an apostrophe joins, and where it ends an article.
std::pair<PositionPattern, PositionPattern> PatternPlanner::read_twice(const std::string& text, const query::Phrase& manner) {
    auto whole = read_words(text, any_language, manner);
    const auto read = expansions_.size();
    auto elided = read_words(text, eliding_language, manner);
    expansions_.resize(read);
    return {std::move(whole), std::move(elided)};
}

PositionPattern PatternPlanner::read_words(std::string_view text, std::string_view lang, const query::Phrase& manner) {
    std::vector<PositionPattern> parts;
    for (const auto& token : analyzer_.analyze(text, lang)) {
        if (token.end < text.size() && text[token.end] == '*') {
            Expansion expansion{.beginning = token.word, .words = {}};
            parts.push_back(lookup_.beginning_with(token.word, field_, expansion));
            expansions_.push_back(std::move(expansion));
        } else {
            parts.push_back(manner.stemmed ? lookup_.inflected(token.word, field_) : lookup_.as_written(token.word, field_));
        }
    }
    if (manner.within > 0)
        return chain({.kind = Kind::near, .terms = {}, .postings = {}, .written = {}, .parts = {}, .distance = manner.within},
                     std::move(parts));
    return group_of(Kind::phrase, std::move(parts));
}

}  // namespace palermo
