// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/table_maker.hpp"

#include "corpus/facet_label.hpp"
#include "searchd/search/distributions.hpp"
#include "searchd/search/pivot_axis.hpp"
#include "searchd/search/pivot_counter.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace palermo {
namespace {

/// As they are shown.
constexpr std::array<std::string_view, 4> roles{"strengthened", "weakened", "neutral", "unclear"};

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

    /// `places`: where each value is then shown.
    std::vector<PivotValue> make(const std::vector<std::string>& ids, const DimensionCounts& counts, SidePlaces& places) const {
        auto not_said = counts.not_recorded;
        std::vector<Shown> shown;
        for (std::uint32_t i = 0; i < ids.size(); ++i) {
            if (ids[i] == not_recorded)
                not_said += counts.by_ordinal[i];
            else if (counts.by_ordinal[i] > 0)
                shown.push_back({.value = value(ids[i], counts.by_ordinal[i]), .ordinal = i, .order = order_of(ids[i])});
        }
        std::vector<Shown*> order;
        for (auto& each : shown) order.push_back(&each);
        std::ranges::sort(order, [this](const Shown* one, const Shown* other) { return comes_before(*one, *other); });
        // What is not said comes last.
        places.assign(ids.size() + 1, static_cast<std::uint32_t>(shown.size()));
        std::vector<PivotValue> values;
        for (auto* each : order) {
            places[each->ordinal] = static_cast<std::uint32_t>(values.size());
            values.push_back(std::move(each->value));
        }
        if (not_said > 0) values.push_back(value(std::string(not_recorded), not_said));
        return values;
    }

private:
    struct Shown {
        PivotValue value;
        std::uint32_t ordinal = 0;
        std::size_t order = 0;
    };

    [[nodiscard]] PivotValue value(const std::string& id, std::uint64_t count) const {
        const auto facet = facet_of(side_);
        const bool is_tree = side_ == PivotSide::issue || side_ == PivotSide::concept_;
        return {.id = id,
                .label = facet || id == not_recorded ? labels_.label(facet.value_or(Facet::outcome), id, lang_)
                                                     : std::string(code_label(id, lang_)),
                .count = count,
                .depth = is_tree ? place_of(id).depth : 0};
    }

    /// Where an order is given.
    [[nodiscard]] std::size_t order_of(const std::string& id) const {
        if (side_ == PivotSide::role) return static_cast<std::size_t>(std::ranges::find(roles, id) - roles.begin());
        return tree_ != nullptr ? place_of(id).order : 0;
    }

    [[nodiscard]] bool comes_before(const Shown& one, const Shown& other) const {
        if (side_ == PivotSide::year) return one.value.id < other.value.id;
        if (side_ == PivotSide::role || tree_ != nullptr) return one.order < other.order;
        if (one.value.count != other.value.count) return one.value.count > other.value.count;
        return one.value.label < other.value.label;
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

PivotTable make_pivot(const Snapshot& snapshot, DimensionCounter& cases, const Pivot& pivot, const std::string& lang,
                      CollectionLabels& labels) {
    PivotTable table{.sides = pivot, .values = {}, .cells = {}};
    std::vector<SidePlaces> places(pivot.size());
    for (std::size_t side = 0; side < pivot.size(); ++side) {
        const auto dimension = dimension_of(pivot[side]);
        table.values.push_back(
            SideMaker(pivot[side], lang, labels).make(snapshot.values(dimension).all(), cases.of(dimension), places[side]));
    }
    std::vector<std::uint64_t> strides(pivot.size());
    std::uint64_t limit = 1;
    for (auto side = pivot.size(); side > 0; --side) {
        strides[side - 1] = limit;
        limit *= table.values[side - 1].size();
    }
    const auto counts = count_cells(snapshot, cases, make_axes(snapshot, pivot, places, strides), limit);
    table.cells.reserve(counts.size());
    PivotCell cell;
    std::vector<std::uint64_t> begins(pivot.size());
    counts.for_each([&](std::uint64_t number, std::uint32_t count) {
        auto left = number;
        for (std::size_t side = 0; side < pivot.size(); ++side) {
            // Cells come in order, mostly in the row of the one before; dividing takes longer than looking.
            if (left - begins[side] >= strides[side]) {
                cell.at[side] = static_cast<std::uint32_t>(left / strides[side]);
                begins[side] = cell.at[side] * strides[side];
            }
            left -= begins[side];
        }
        cell.count = count;
        table.cells.push_back(cell);
    });
    return table;
}

}  // namespace

CountTables make_tables(const Snapshot& snapshot, DimensionCounter& cases, const CountRequest& request, const std::string& lang,
                        CollectionLabels& labels) {
    CountTables tables;
    for (const auto& pivot : request.pivots) tables.pivots.push_back(make_pivot(snapshot, cases, pivot, lang, labels));
    for (const auto unit : request.histograms) tables.histograms.push_back(count_histogram(snapshot, cases, unit));
    if (request.sentences) tables.sentences = count_sentences(snapshot, cases);
    return tables;
}

}  // namespace palermo
