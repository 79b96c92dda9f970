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
        FacetCounts counts{
            .facet = facet_, .buckets = is_hierarchical(facet_) ? tree("") : flat(), .not_recorded = bucket(std::string(not_recorded))};
        counts.not_recorded.count = without_value;
        return counts;
    }

private:
    Bucket bucket(const std::string& value) const { return bucket(value, values_.find(value)); }

    Bucket bucket(const std::string& value, std::optional<std::uint32_t> ordinal) const {
        const bool is_known = ordinal || value == not_recorded;
        return {.value = {.id = value,
                          .label = is_known ? labels_.label(facet_, value, lang_) : facet_label(facet_, value, vocabularies_, lang_)},
                .count = ordinal ? counts_[*ordinal] : 0,
                .selected = contains(selection_.included, value),
                .excluded = contains(selection_.excluded, value),
                .children = {}};
    }

    static bool is_shown(const Bucket& bucket) {
        return bucket.count > 0 || bucket.selected || bucket.excluded || !bucket.children.empty();
    }

    const Vocabulary& vocabulary() const {
        return facet_ == Facet::evidential_issue ? vocabularies_.evidential_issues : vocabularies_.legal_concepts;
    }

    std::vector<Bucket> tree(const std::string& parent) const {
        std::vector<Bucket> buckets;
        for (const auto* entry : vocabulary().narrower(parent)) {
            auto made = bucket(entry->id);
            made.children = tree(entry->id);
            if (is_shown(made)) buckets.push_back(std::move(made));
        }
        if (parent.empty()) add_unknown(buckets, [this](const std::string& value) { return vocabulary().find(value) != nullptr; });
        return buckets;
    }

    std::vector<Bucket> flat() const {
        std::vector<Bucket> buckets;
        const auto& values = values_.all();
        for (std::uint32_t ordinal = 0; ordinal < values.size(); ++ordinal) {
            const auto& value = values[ordinal];
            if (counts_[ordinal] > 0 || contains(selection_.included, value) || contains(selection_.excluded, value))
                buckets.push_back(bucket(value, ordinal));
        }
        add_unknown(buckets, [this](const std::string& value) { return values_.find(value).has_value(); });
        return in_order(std::move(buckets));
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
    template <class IsKnown>
    void add_unknown(std::vector<Bucket>& buckets, IsKnown is_known) const {
        for (const auto* values : {&selection_.included, &selection_.excluded}) {
            for (const auto& value : *values) {
                if (value != not_recorded && !is_known(value)) buckets.push_back(bucket(value));
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
