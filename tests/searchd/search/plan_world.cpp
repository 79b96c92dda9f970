// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/search/plan_world.hpp"

#include "searchd/query/parser.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace palermo::test {
namespace {

WorkerView opened(const TempIndex& index) {
    auto view = WorkerView::open(index.snapshot());
    REQUIRE(view.has_value());
    return std::move(*view);
}

}  // namespace

PlanWorld::PlanWorld(const std::vector<TestRecord>& records)
    : index_(records), view_(opened(index_)), labels_(view_.snapshot().vocabularies(), analyzer_), lookup_(view_, languages_, analyzer_) {}

std::vector<std::string> PlanWorld::matches(const MatchQuery& query) const {
    Xapian::Enquire enquire(view_.database());
    enquire.set_query(view_.live(query.engine()));
    std::vector<std::string> ids;
    const auto matches = enquire.get_mset(0, view_.database().get_doccount());
    for (auto match = matches.begin(); match != matches.end(); ++match) ids.push_back(view_.data(view_.library_docid(*match))->id);
    std::ranges::sort(ids);
    return ids;
}

query::Node tree_of(const std::string& text) {
    auto parsed = query::parse(text);
    INFO(text);
    REQUIRE(std::holds_alternative<std::optional<query::Node>>(parsed));
    auto& tree = std::get<std::optional<query::Node>>(parsed);
    REQUIRE(tree.has_value());
    return std::move(*tree);
}

std::vector<query::Node> group_of(const std::string& text) {
    auto tree = tree_of(text);
    if (auto* both = std::get_if<query::And>(&tree.value)) return std::move(both->children);
    return {std::move(tree)};
}

}  // namespace palermo::test
