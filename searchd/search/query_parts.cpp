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
        parts_.push_back({.kind = std::visit(KindOf{}, nodes_[i].value),
                          .text = query::query_text(nodes_[i]),
                          .without = query::text_without(nodes_, i, i + 1),
                          .label = {},
                          .concepts = {},
                          .words_only = {},
                          .expanded = {}});
    }
}

void QueryParts::tell_concept(PartRange range, NamedByQuery named) {
    auto& part = parts_[range.first];
    if (range.last - range.first > 1) {
        part.text = text_of(range);
        part.without = query::text_without(nodes_, range.first, range.last);
        for (auto i = range.first + 1; i < range.last; ++i) parts_[i].kind.clear();
    }
    if (part.kind == "word") part.kind = "concept";
    part.words_only = query::text_with_words_only(nodes_, range.first, range.last);
    const auto is_told = std::ranges::any_of(
        part.concepts, [&](const NamedByQuery& told) { return told.facet == named.facet && told.value.id == named.value.id; });
    if (!is_told) part.concepts.push_back(std::move(named));
}

void QueryParts::tell_expansion(std::size_t node, const Expansion& expansion) {
    auto& part = parts_[node];
    part.expanded.insert(part.expanded.end(), expansion.words.begin(), expansion.words.end());
    part.is_cut = part.is_cut || expansion.is_cut;
}

void QueryParts::tell_label(std::size_t node, std::string label) {
    if (parts_[node].kind == "filter") parts_[node].label = std::move(label);
}

std::string QueryParts::text_of(PartRange range) const {
    std::string text;
    for (auto i = range.first; i < range.last; ++i) text += (text.empty() ? "" : " ") + query::query_text(nodes_[i]);
    return text;
}

std::vector<QueryPart> QueryParts::take() {
    std::erase_if(parts_, [](const QueryPart& part) { return part.kind.empty(); });
    return std::move(parts_);
}

}  // namespace palermo
