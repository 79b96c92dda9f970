// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/pattern_query.hpp"

#include "searchd/search/positional_source.hpp"
#include "searchd/search/typed_weight.hpp"

#include <string>
#include <vector>

namespace palermo {
namespace {

using Kind = PositionPattern::Kind;

MatchQuery synonyms(const std::vector<std::string>& terms) {
    if (terms.size() == 1) return MatchQuery(terms.front());
    return {MatchQuery::OP_SYNONYM, terms.begin(), terms.end()};
}

/// The stem gives the weight, the word as typed adds to it.
MatchQuery word_query(const WorkerView& view, const PositionPattern& pattern) {
    auto query = synonyms(pattern.postings);
    if (pattern.written.empty()) return query;
    const auto typed = typed_weight(view, pattern.written);
    return typed.empty() ? query : MatchQuery::weighed(query, {Xapian::Query::OP_AND_MAYBE, query.engine(), typed});
}

}  // namespace

MatchQuery words_query(const WorkerView& view, const PositionPattern& pattern) {
    using Query = MatchQuery;
    if (pattern.kind == Kind::terms) return word_query(view, pattern);
    std::vector<Query> parts;
    for (const auto& part : pattern.parts) parts.push_back(words_query(view, part));
    return {pattern.kind == Kind::any ? Query::OP_OR : Query::OP_AND, parts.begin(), parts.end()};
}

MatchQuery pattern_query(const WorkerView& view, const PositionPattern& pattern, Deadline deadline) {
    using Query = MatchQuery;
    if (is_empty(pattern)) return {};
    if (pattern.kind == Kind::terms && !pattern.needs_check) return words_query(view, pattern);
    if (pattern.kind != Kind::any)
        return {Query::OP_FILTER, words_query(view, pattern), positional_query(view.snapshot(), pattern, deadline)};
    std::vector<Query> parts;
    for (const auto& part : pattern.parts) parts.push_back(pattern_query(view, part, deadline));
    return {Query::OP_OR, parts.begin(), parts.end()};
}

}  // namespace palermo
