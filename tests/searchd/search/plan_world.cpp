// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/search/plan_world.hpp"

#include "searchd/query/parser.hpp"
#include "searchd/search/match_set.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
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

std::vector<std::string> PlanWorld::matches(const Xapian::Query& query) const {
    std::vector<std::string> ids;
    visit_matches(view_, query, std::chrono::steady_clock::time_point::max(),
                  [&](std::uint32_t docid) { ids.push_back(view_.data(docid)->id); });
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
