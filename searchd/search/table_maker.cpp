// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/table_maker.hpp"

#include "corpus/facet_label.hpp"
#include "searchd/search/distributions.hpp"
#include "searchd/search/pivot_counter.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
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

/// The places of a concept in its vocabulary: how many stand before it in the tree, and how many above it.
struct TreePlace {
    std::size_t order = 0;
    unsigned depth = 0;
};

void add_places(const Vocabulary& vocabulary, const std::string& parent, unsigned depth,
                std::unordered_map<std::string, TreePlace>& places) {
    for (const auto* entry : vocabulary.narrower(parent)) {
        places.emplace(entry->id, TreePlace{places.size(), depth});
        add_places(vocabulary, entry->id, depth + 1, places);
    }
}

/// The values of one side that have a case, in the order in which they are shown.
class SideMaker {
public:
    SideMaker(const Snapshot& snapshot, PivotSide side, const std::string& lang, CollectionLabels& labels)
        : side_(side), lang_(lang), labels_(labels) {
        const auto facet = facet_of(side);
        if (facet && is_hierarchical(*facet)) {
            const auto& all = snapshot.vocabularies();
            add_places(*facet == Facet::legal_concept ? all.legal_concepts : all.evidential_issues, "", 0, places_);
        }
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
        const auto place = places_.find(id);
        const bool is_tree = side_ == PivotSide::issue || side_ == PivotSide::concept_;
        return {
            .id = id,
            .label = facet || id == not_recorded ? labels_.label(facet.value_or(Facet::outcome), id, lang_) : std::string(code_label(id)),
            .count = count,
            .depth = is_tree && place != places_.end() ? place->second.depth : 0};
    }

    [[nodiscard]] bool comes_before(const PivotValue& one, const PivotValue& other) const {
        if (side_ == PivotSide::role) return false;
        if (side_ == PivotSide::year) return one.id < other.id;
        if (!places_.empty()) return order_of(one) < order_of(other);
        return std::pair(other.count, one.label) < std::pair(one.count, other.label);
    }

    [[nodiscard]] std::size_t order_of(const PivotValue& value) const {
        const auto place = places_.find(value.id);
        return place == places_.end() ? places_.size() : place->second.order;
    }

    PivotSide side_;
    const std::string& lang_;
    CollectionLabels& labels_;
    std::unordered_map<std::string, TreePlace> places_;
};

PivotTable make_pivot(const Snapshot& snapshot, const SnapshotRows& rows, const Pivot& pivot, const std::string& lang,
                      CollectionLabels& labels) {
    const auto counts = count_pivot(snapshot, rows, pivot);
    PivotTable table{.sides = pivot, .values = {}, .cells = {}};
    std::vector<std::vector<std::uint32_t>> to_place(pivot.size());
    for (std::size_t side = 0; side < pivot.size(); ++side)
        table.values.push_back(SideMaker(snapshot, pivot[side], lang, labels).make(counts.ids[side], counts.margins[side], to_place[side]));
    for (const auto& [cell, cases] : counts.cells) {
        auto at = counts.places(cell);
        for (std::size_t side = 0; side < at.size(); ++side) at[side] = to_place[side][at[side]];
        table.cells.push_back({std::move(at), cases});
    }
    std::ranges::sort(table.cells, {}, &PivotCell::at);
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
