// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/court_weight.hpp"

#include "indexer/index/layout.hpp"
#include "searchd/search/weighing_source.hpp"
#include "searchd/search/weights.hpp"
#include "searchd/search/word_weigher.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace palermo {
namespace {

struct LevelWeight {
    std::string_view level;
    double weight = 0;
};

constexpr std::array level_weights{
    LevelWeight{"supreme", weights::highest_court},
    LevelWeight{"constitutional", weights::highest_court},
    LevelWeight{"international", weights::highest_court},
    LevelWeight{"appeal", weights::court_of_appeal},
};

double weight_of(std::string_view level) {
    const auto found = std::ranges::find(level_weights, level, &LevelWeight::level);
    return found == level_weights.end() ? 0 : found->weight;
}

class CourtWeight : public WeighingSource {
public:
    using WeighingSource::WeighingSource;

    PostingSource* clone() const override { return new CourtWeight(snapshot()); }
    std::string get_description() const override { return "CourtWeight"; }

private:
    void enter(std::size_t segment) override {
        weights_.clear();
        for (const auto& level : snapshot().columns(segment).values(Column::court_level)) weights_.push_back(weight_of(level));
        set_maxweight(weights_.empty() ? 0 : std::ranges::max(weights_));
    }

    double weigh(std::size_t segment, Xapian::docid docid) const override {
        double weight = 0;
        for (const auto level : snapshot().columns(segment).ordinals(Column::court_level, docid))
            weight = std::max(weight, weights_[level]);
        return weight;
    }

    std::vector<double> weights_;  ///< of the segment's levels
};

}  // namespace

Xapian::Query court_weight(const Snapshot& snapshot) {
    auto* source = new CourtWeight(snapshot);
    return Xapian::Query(source->release());
}

MatchQuery court_weight_by_terms() {
    std::vector<MatchQuery> levels;
    for (const auto& [level, weight] : level_weights)
        levels.push_back(constant_weight(weight, MatchQuery(layout::make_term(layout::court_level.prefix, level))));
    return {MatchQuery::OP_MAX, levels};
}

}  // namespace palermo
