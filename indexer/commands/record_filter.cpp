// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/record_filter.hpp"

#include "corpus/shortened.hpp"
#include "indexer/index/known_values.hpp"
#include "indexer/index/layout.hpp"
#include "indexer/index/record_walk.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace palermo::commands {
namespace {

struct Condition {
    Facet facet{};
    std::string value;
};

Result<Condition> read_condition(const std::string& text) {
    const auto equals = text.find('=');
    const auto facet = facet_named(text.substr(0, equals));
    if (equals != std::string::npos && facet && equals + 1 < text.size()) return Condition{*facet, text.substr(equals + 1)};
    std::string facets;
    for (const auto each : all_facets) facets += (facets.empty() ? "" : ", ") + std::string(name_of(each));
    return error_at({}, in_quotes(text) + " is not a condition for --where.",
                    "Write FACET=VALUE, such as outcome=acquitted; the facets are " + facets + ".");
}

/// How to write the condition: the value that may be meant, else all there are when they are few.
std::string mend_for(const Vocabularies& vocabularies, const Condition& condition, std::vector<std::string> values) {
    if (const auto meant = meant_value(vocabularies, condition.facet, condition.value, values)) return "Write \"" + *meant + "\".";
    const auto all = told_if_few(std::move(values));
    return all.empty() ? "Look at a record with palermo-indexer show --xml to see how values are written." : all;
}

Result<void> check_value(const Snapshot& snapshot, const Condition& condition) {
    auto values = known_values(snapshot, condition.facet);
    values.emplace_back(not_recorded);
    if (std::ranges::find(values, condition.value) != values.end()) return {};
    return error_at({}, "There is no " + std::string(name_of(condition.facet)) + ' ' + in_quotes(condition.value) + '.',
                    mend_for(snapshot.vocabularies(), condition, std::move(values)));
}

using Docids = std::vector<std::uint32_t>;

}  // namespace

Result<RecordFilter> RecordFilter::read(const WorkerView& view, const std::vector<std::string>& conditions) {
    PerFacet<std::optional<Docids>> chosen;
    for (const auto& text : conditions) {
        const auto condition = read_condition(text);
        if (!condition) return condition.error();
        if (auto checked = check_value(view.snapshot(), *condition); !checked) return checked.error();
        const auto more = records_with(view, layout::make_term(layout::boolean_field(condition->facet).prefix, condition->value));
        if (!more) return more.error();
        auto& docids = chosen[condition->facet];
        Docids either;
        std::ranges::set_union(docids.value_or(Docids{}), *more, std::back_inserter(either));
        docids = std::move(either);
    }
    RecordFilter filter;
    for (const auto facet : all_facets) {
        if (!chosen[facet]) continue;
        if (!filter.docids_) {
            filter.docids_ = std::move(chosen[facet]);
            continue;
        }
        Docids both;
        std::ranges::set_intersection(*filter.docids_, *chosen[facet], std::back_inserter(both));
        filter.docids_ = std::move(both);
    }
    return filter;
}

bool RecordFilter::accepts(std::uint32_t docid) const { return !docids_ || std::ranges::binary_search(*docids_, docid); }

}  // namespace palermo::commands
