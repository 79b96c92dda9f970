// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/match_query.hpp"

#include <stdexcept>
#include <utility>

namespace palermo {
namespace {

MatchTree tree_of(MatchNode node) { return std::make_shared<const MatchNode>(std::move(node)); }

/// What moves hits up and finds none is no part of a draft.
Xapian::Query join_drafts(MatchQuery::op how, const MatchQuery& left, const MatchQuery& right) {
    return how == MatchQuery::OP_AND_MAYBE ? left.draft() : Xapian::Query(how, left.draft(), right.draft());
}

/// Nothing makes nothing of a whole that needs all its parts, and adds nothing to one that needs any.
MatchTree join(MatchQuery::op how, const std::vector<MatchQuery>& parts) {
    const bool needs_all = how == MatchQuery::OP_AND || how == MatchQuery::OP_FILTER;
    if (!needs_all && how != MatchQuery::OP_OR && how != MatchQuery::OP_SYNONYM && how != MatchQuery::OP_MAX)
        throw std::logic_error("a query that cannot be counted");
    std::vector<MatchTree> trees;
    for (const auto& part : parts) {
        if (part.tree() != nullptr)
            trees.push_back(part.tree());
        else if (needs_all)
            return nullptr;
    }
    if (trees.size() < 2) return trees.empty() ? nullptr : trees.front();
    return needs_all ? tree_of({MatchNode::AllOf{std::move(trees)}}) : tree_of({MatchNode::AnyOf{std::move(trees)}});
}

MatchTree join(MatchQuery::op how, const MatchQuery& left, const MatchQuery& right) {
    if (how == MatchQuery::OP_AND_MAYBE) return left.tree();
    if (how != MatchQuery::OP_AND_NOT) return join(how, std::vector{left, right});
    if (left.tree() == nullptr || right.tree() == nullptr) return left.tree();
    return tree_of({MatchNode::AllBut{left.tree(), right.tree()}});
}

}  // namespace

MatchQuery::MatchQuery(const std::string& term) : query_(term), draft_(query_), tree_(tree_of({MatchNode::Term{term}})) {}

MatchQuery::MatchQuery(op how, const MatchQuery& left, const MatchQuery& right)
    : query_(how, left.query_, right.query_), draft_(join_drafts(how, left, right)), tree_(join(how, left, right)) {}

MatchQuery::MatchQuery(op how, const std::vector<MatchQuery>& parts) : tree_(join(how, parts)) {
    std::vector<Xapian::Query> queries;
    std::vector<Xapian::Query> drafts;
    for (const auto& part : parts) {
        queries.push_back(part.query_);
        drafts.push_back(part.draft_);
    }
    query_ = Xapian::Query(how, queries.begin(), queries.end());
    draft_ = Xapian::Query(how, drafts.begin(), drafts.end());
}

MatchQuery::MatchQuery(op how, const MatchQuery& query, double factor)
    : query_(how, query.query_, factor), draft_(how, query.draft_, factor), tree_(query.tree_) {}

MatchQuery::MatchQuery(op how, unsigned slot, const std::string& low, const std::string& high)
    : query_(how, slot, low, high), draft_(query_), tree_(tree_of({MatchNode::ValueRange{slot, low, high}})) {}

MatchQuery::MatchQuery(op how, unsigned slot, const std::string& low)
    : query_(how, slot, low), draft_(query_), tree_(tree_of({MatchNode::ValueRange{slot, low, ""}})) {}

MatchQuery::MatchQuery(Xapian::Query query, MatchNode matches)
    : query_(std::move(query)), draft_(query_), tree_(tree_of(std::move(matches))) {}

MatchQuery MatchQuery::weighed(const MatchQuery& matching, const Xapian::Query& full) {
    auto query = matching;
    query.query_ = full;
    return query;
}

/// Made anew each time: Xapian's own Query::MatchAll is one object for all threads, and its count of references is not safe among them.
MatchQuery MatchQuery::everything() { return {Xapian::Query(std::string()), MatchNode{MatchNode::Everything{}}}; }

}  // namespace palermo
