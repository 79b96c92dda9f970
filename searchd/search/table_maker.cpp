// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/table_maker.hpp"

#include "corpus/facet_label.hpp"
#include "searchd/search/distributions.hpp"
#include "searchd/search/number_counts.hpp"
#include "searchd/search/pivot_counter.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace palermo {
namespace {

/// The facet whose labels a side's values have; none for the role.
std::optional<Facet> facet_of(PivotSide side) {
    switch (side) {
        case PivotSide::issue: return Facet::evidential_issue;
        case PivotSide::role: return std::nullopt;
        case PivotSide::concept_:
        case PivotSide::act:
        case PivotSide::means:
        case PivotSide::purpose: return Facet::legal_concept;
        case PivotSide::outcome: return Facet::outcome;
        case PivotSide::crime: return Facet::crime_type;
        case PivotSide::country:
        case PivotSide::origin:
        case PivotSide::destination: return Facet::jurisdiction;
        case PivotSide::level: return Facet::court_level;
        case PivotSide::year: return Facet::year;
    }
    return std::nullopt;
}

/// The values of one side that have a case, in the order in which they are shown.
class SideMaker {
public:
    SideMaker(PivotSide side, const std::string& lang, CollectionLabels& labels) : side_(side), lang_(lang), labels_(labels) {
        const auto facet = facet_of(side);
        if (facet && is_hierarchical(*facet)) tree_ = &labels.tree(*facet);
    }

    /// `to_place`: for each id the place of its value, where it is shown.
    std::vector<PivotValue> make(const std::vector<std::string>& ids, const std::vector<std::uint64_t>& counts,
                                 std::vector<std::uint32_t>& to_place) const {
        std::vector<std::uint32_t> shown;
        for (std::uint32_t i = 0; i < ids.size(); ++i) {
            if (counts[i] > 0) shown.push_back(i);
        }
        const auto last = static_cast<std::uint32_t>(ids.size() - 1);
        std::vector<PivotValue> made;
        for (const auto i : shown) made.push_back(value(ids[i], counts[i]));
        std::vector<std::uint32_t> order(shown.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
        std::ranges::stable_sort(order, [&](std::uint32_t one, std::uint32_t other) {
            if ((shown[one] == last) != (shown[other] == last)) return shown[other] == last;
            return comes_before(made[one], made[other]);
        });
        to_place.resize(ids.size());
        std::vector<PivotValue> sorted;
        for (const auto i : order) {
            to_place[shown[i]] = static_cast<std::uint32_t>(sorted.size());
            sorted.push_back(std::move(made[i]));
        }
        return sorted;
    }

private:
    [[nodiscard]] PivotValue value(const std::string& id, std::uint64_t count) const {
        const auto facet = facet_of(side_);
        const bool is_tree = side_ == PivotSide::issue || side_ == PivotSide::concept_;
        return {
            .id = id,
            .label = facet || id == not_recorded ? labels_.label(facet.value_or(Facet::outcome), id, lang_) : std::string(code_label(id)),
            .count = count,
            .depth = is_tree ? place_of(id).depth : 0};
    }

    [[nodiscard]] bool comes_before(const PivotValue& one, const PivotValue& other) const {
        if (side_ == PivotSide::role) return false;
        if (side_ == PivotSide::year) return one.id < other.id;
        if (tree_ != nullptr) return place_of(one.id).order < place_of(other.id).order;
        return one.count != other.count ? one.count > other.count : one.label < other.label;
    }

    /// An id that the vocabulary does not have stands behind all that it has.
    [[nodiscard]] TreePlace place_of(const std::string& id) const {
        const auto place = tree_->find(id);
        return place == tree_->end() ? TreePlace{tree_->size(), 0} : place->second;
    }

    PivotSide side_;
    const std::string& lang_;
    CollectionLabels& labels_;
    const ConceptTree* tree_ = nullptr;
};

/// The cells in the order in which the sides' values are shown. `to_place`: of each side the place of each of its ids.
std::vector<PivotCell> shown_cells(const PivotCounts& counts, const PivotTable& table,
                                   const std::vector<std::vector<std::uint32_t>>& to_place) {
    std::uint64_t limit = 1;
    for (const auto& values : table.values) limit *= values.size();
    NumberCounts by_place(limit, counts.cells.size());
    for (const auto& [cell, cases] : counts.cells) {
        const auto at = counts.places(cell);
        std::uint64_t number = 0;
        for (std::size_t side = 0; side < table.sides.size(); ++side)
            number = number * table.values[side].size() + to_place[side][at[side]];
        by_place.add(number, cases);
    }
    std::vector<PivotCell> cells;
    for (auto [number, cases] : by_place.sorted()) {
        auto& cell = cells.emplace_back(PivotCell{.at = {}, .count = cases});
        for (auto side = table.sides.size(); side > 0; --side) {
            cell.at[side - 1] = static_cast<std::uint32_t>(number % table.values[side - 1].size());
            number /= table.values[side - 1].size();
        }
    }
    return cells;
}

PivotTable make_pivot(const Snapshot& snapshot, const SnapshotRows& rows, const Pivot& pivot, const std::string& lang,
                      CollectionLabels& labels) {
    const auto counts = count_pivot(snapshot, rows, pivot);
    PivotTable table{.sides = pivot, .values = {}, .cells = {}};
    std::vector<std::vector<std::uint32_t>> to_place(pivot.size());
    for (std::size_t side = 0; side < pivot.size(); ++side)
        table.values.push_back(SideMaker(pivot[side], lang, labels).make(counts.ids[side], counts.margins[side], to_place[side]));
    table.cells = shown_cells(counts, table, to_place);
    return table;
}

}  // namespace

CountTables make_tables(const Snapshot& snapshot, const SnapshotRows& rows, const CountRequest& request, const std::string& lang,
                        CollectionLabels& labels) {
    CountTables tables;
    for (const auto& pivot : request.pivots) tables.pivots.push_back(make_pivot(snapshot, rows, pivot, lang, labels));
    for (const auto unit : request.histograms) tables.histograms.push_back(count_histogram(snapshot, rows, unit));
    if (request.sentences) tables.sentences = count_sentences(snapshot, rows);
    return tables;
}

}  // namespace palermo
