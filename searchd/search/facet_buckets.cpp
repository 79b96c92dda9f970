// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/facet_buckets.hpp"

#include "corpus/facet_label.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace palermo {
namespace {

bool contains(const std::vector<std::string>& values, std::string_view value) { return std::ranges::find(values, value) != values.end(); }

/// Makes the buckets of one facet.
class BucketMaker {
public:
    BucketMaker(Facet facet, const FacetTally& tally, const Snapshot& snapshot, const SearchRequest& request, CollectionLabels& labels)
        : facet_(facet),
          counts_(tally.counts[facet].by_ordinal),
          values_(snapshot.values(dimension_of(facet))),
          vocabularies_(snapshot.vocabularies()),
          selection_(request.facets[facet]),
          lang_(request.lang),
          labels_(labels) {}

    FacetCounts make(std::uint64_t without_value) const {
        auto buckets = shown(labels_.values(facet_, lang_));
        add_unknown(buckets);
        if (!is_hierarchical(facet_)) buckets = in_order(std::move(buckets));
        const std::string none(not_recorded);
        return {.facet = facet_,
                .buckets = std::move(buckets),
                .not_recorded = bucket(none, labels_.label(facet_, none, lang_), without_value)};
    }

private:
    Bucket bucket(const std::string& value, const std::string& label, std::uint64_t count) const {
        return {.value = {.id = value, .label = label},
                .count = count,
                .selected = contains(selection_.included, value),
                .excluded = contains(selection_.excluded, value),
                .children = {}};
    }

    [[nodiscard]] std::uint64_t count_of(std::optional<std::uint32_t> ordinal) const { return ordinal ? counts_[*ordinal] : 0; }

    [[nodiscard]] bool is_chosen(const std::string& value) const {
        return contains(selection_.included, value) || contains(selection_.excluded, value);
    }

    std::vector<Bucket> shown(const std::vector<FacetValue>& values) const {
        std::vector<Bucket> buckets;
        buckets.reserve(values.size());
        for (const auto& value : values) {
            auto children = shown(value.narrower);
            const auto count = count_of(value.ordinal);
            if (count == 0 && children.empty() && !is_chosen(value.id)) continue;
            buckets.push_back(bucket(value.id, value.label, count));
            buckets.back().children = std::move(children);
        }
        return buckets;
    }

    /// Pointers are sorted, which takes less than moving buckets about.
    std::vector<Bucket> in_order(std::vector<Bucket> buckets) const {
        std::vector<Bucket*> order;
        for (auto& bucket : buckets) order.push_back(&bucket);
        std::ranges::sort(order, [this](const Bucket* left, const Bucket* right) { return comes_before(*left, *right); });
        std::vector<Bucket> sorted;
        sorted.reserve(buckets.size());
        for (auto* bucket : order) sorted.push_back(std::move(*bucket));
        return sorted;
    }

    bool comes_before(const Bucket& left, const Bucket& right) const {
        if (facet_ == Facet::year) return left.value.id > right.value.id;
        return left.count != right.count ? left.count > right.count : left.value.label < right.value.label;
    }

    /// A chosen value that the collection does not know has no case, but must be seen to be taken back.
    void add_unknown(std::vector<Bucket>& buckets) const {
        for (const auto* values : {&selection_.included, &selection_.excluded}) {
            for (const auto& value : *values) {
                const auto ordinal = values_.find(value);
                const bool is_known = is_hierarchical(facet_) ? vocabularies_.of(facet_).find(value) != nullptr : ordinal.has_value();
                if (value != not_recorded && !is_known)
                    buckets.push_back(bucket(value, facet_label(facet_, value, vocabularies_, lang_), count_of(ordinal)));
            }
        }
    }

    Facet facet_;
    const std::vector<std::uint64_t>& counts_;
    const DimensionValues& values_;
    const Vocabularies& vocabularies_;
    const FacetSelection& selection_;
    const std::string& lang_;
    CollectionLabels& labels_;
};

}  // namespace

std::vector<FacetCounts> make_buckets(const FacetTally& tally, const Snapshot& snapshot, const SearchRequest& request,
                                      CollectionLabels& labels) {
    std::vector<FacetCounts> all;
    for (const auto facet : all_facets)
        all.push_back(BucketMaker(facet, tally, snapshot, request, labels).make(tally.counts[facet].not_recorded));
    return all;
}

}  // namespace palermo
