// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/facet_buckets.hpp"

#include "corpus/facet_label.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace palermo {
namespace {

bool contains(const std::vector<std::string>& values, std::string_view value) { return std::ranges::find(values, value) != values.end(); }

/// Makes the buckets of one facet.
class BucketMaker {
public:
    BucketMaker(Facet facet, const FacetTally& tally, const Snapshot& snapshot, const SearchRequest& request)
        : facet_(facet), vocabularies_(snapshot.vocabularies()), selection_(request.facets[facet]), lang_(request.lang) {
        const auto& values = snapshot.facet_values(facet);
        for (std::size_t i = 0; i < values.size(); ++i) count_of_[values[i]] = tally.counts[facet].by_ordinal[i];
    }

    FacetCounts make(std::uint64_t without_value) const {
        FacetCounts counts{
            .facet = facet_, .buckets = is_hierarchical(facet_) ? tree("") : flat(), .not_recorded = bucket(std::string(not_recorded))};
        counts.not_recorded.count = without_value;
        return counts;
    }

private:
    Bucket bucket(const std::string& value) const {
        const auto count = count_of_.find(value);
        return {.value = {.id = value, .label = facet_label(facet_, value, vocabularies_, lang_)},
                .count = count == count_of_.end() ? 0 : count->second,
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
        for (const auto& [value, count] : count_of_) {
            auto made = bucket(value);
            if (is_shown(made)) buckets.push_back(std::move(made));
        }
        add_unknown(buckets, [this](const std::string& value) { return count_of_.contains(value); });
        std::ranges::sort(buckets, [this](const Bucket& left, const Bucket& right) { return comes_before(left, right); });
        return buckets;
    }

    bool comes_before(const Bucket& left, const Bucket& right) const {
        if (facet_ == Facet::year) return left.value.id > right.value.id;
        return std::pair(right.count, left.value.label) < std::pair(left.count, right.value.label);
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
    const Vocabularies& vocabularies_;
    const FacetSelection& selection_;
    const std::string& lang_;
    std::unordered_map<std::string, std::uint64_t> count_of_;
};

}  // namespace

std::vector<FacetCounts> make_buckets(const FacetTally& tally, const Snapshot& snapshot, const SearchRequest& request) {
    std::vector<FacetCounts> all;
    for (const auto facet : all_facets) all.push_back(BucketMaker(facet, tally, snapshot, request).make(tally.counts[facet].not_recorded));
    return all;
}

}  // namespace palermo
