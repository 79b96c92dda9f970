// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/query_parts.hpp"

#include "searchd/query/echo.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

struct KindOf {
    std::string operator()(const query::Word&) const { return "word"; }
    std::string operator()(const query::Phrase&) const { return "phrase"; }
    std::string operator()(const query::And&) const { return "group"; }
    std::string operator()(const query::Or&) const { return "group"; }
    std::string operator()(const query::Not&) const { return "exclusion"; }
    std::string operator()(const query::Near&) const { return "nearness"; }
    std::string operator()(const query::Field&) const { return "field"; }
    std::string operator()(const query::Filter&) const { return "filter"; }
    std::string operator()(const query::Range&) const { return "range"; }
};

}  // namespace

QueryParts::QueryParts(std::vector<query::Node> nodes) : nodes_(std::move(nodes)) {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        told_.push_back({.part = {.kind = std::visit(KindOf{}, nodes_[i].value),
                                  .text = query::query_text(nodes_[i]),
                                  .without = {},
                                  .label = {},
                                  .concepts = {},
                                  .words_only = {},
                                  .expanded = {}},
                         .range = {i, i + 1},
                         .repeats = {}});
    }
}

void QueryParts::tell_concept(PartRange range, NamedByQuery named) {
    auto& told = told_[range.first];
    auto& part = told.part;
    if (range.last > told.range.last) {
        told.range = range;
        part.text = text_of(range);
        take_in({range.first + 1, range.last});
    }
    if (part.kind == "word") part.kind = "concept";
    const auto is_told = std::ranges::any_of(
        part.concepts, [&](const NamedByQuery& other) { return other.facet == named.facet && other.value.id == named.value.id; });
    if (!is_told) part.concepts.push_back(std::move(named));
}

void QueryParts::tell_repeat(PartRange first, PartRange again) {
    told_[first.first].repeats.push_back(again);
    take_in(again);
}

void QueryParts::tell_expansion(std::size_t node, const Expansion& expansion) {
    auto& part = told_[node].part;
    part.expanded.insert(part.expanded.end(), expansion.words.begin(), expansion.words.end());
    part.is_cut = part.is_cut || expansion.is_cut;
}

void QueryParts::tell_label(std::size_t node, std::string label) {
    auto& part = told_[node].part;
    if (part.kind == "filter") part.label = std::move(label);
}

std::string QueryParts::text_of(PartRange range) const {
    std::string text;
    for (auto i = range.first; i < range.last; ++i) text += (text.empty() ? "" : " ") + query::query_text(nodes_[i]);
    return text;
}

std::vector<query::Node> QueryParts::nodes_but(const std::vector<PartRange>& ranges) const {
    std::vector<query::Node> nodes;
    std::size_t place = 0;
    for (const auto& range : ranges) {
        for (; place < range.first; ++place) nodes.push_back(nodes_[place]);
        place = range.last;
    }
    nodes.insert(nodes.end(), nodes_.begin() + static_cast<std::ptrdiff_t>(place), nodes_.end());
    return nodes;
}

std::vector<QueryPart> QueryParts::take() {
    std::vector<QueryPart> parts;
    for (auto& [part, range, repeats] : told_) {
        if (part.kind.empty()) continue;
        // The repeats lie behind, so that the range holds without them too.
        const auto once = repeats.empty() ? std::vector<query::Node>() : nodes_but(repeats);
        const auto& nodes = repeats.empty() ? nodes_ : once;
        part.without = query::text_without(nodes, range.first, range.last);
        if (!part.concepts.empty()) part.words_only = query::text_with_words_only(nodes, range.first, range.last);
        parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace palermo
