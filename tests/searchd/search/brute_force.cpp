// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/searchd/search/brute_force.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace palermo::test {
namespace {

using Values = std::set<std::string>;
using Counts = std::map<std::string, std::uint64_t>;

Values or_not_recorded(Values values) {
    if (values.empty()) values.insert(std::string(not_recorded));
    return values;
}

Values value(const std::string& text) { return text.empty() ? Values{} : Values{text}; }

class BruteForce {
public:
    BruteForce(const SearchRequest& request, const Question& question, const std::vector<TestRecord>& records,
               const Vocabularies& vocabularies)
        : request_(request), vocabularies_(vocabularies) {
        for (const auto& record : records) {
            if (!question.matches(record) || !is_in_range(record)) continue;
            matching_.push_back(&record);
            if (passes(record, std::nullopt)) passing_.push_back(&record);
        }
    }

    void check(const SearchResult& result) const {
        CHECK(result.total == passing_.size());
        for (const auto& counts : result.facets) check_facet(counts);
        CHECK(result.facets.size() == facet_count);
        for (const auto& table : result.tables.pivots) check_pivot(table);
        for (const auto& histogram : result.tables.histograms) check_histogram(histogram);
        check_sentences(result.tables.sentences.value());
    }

private:
    [[nodiscard]] bool is_in_range(const TestRecord& record) const {
        const auto decided = PartialDate::parse(record.decided);
        if ((request_.from || request_.to) && !decided) return false;
        return (!request_.from || decided->latest() >= request_.from->earliest()) &&
               (!request_.to || decided->earliest() <= request_.to->latest());
    }

    [[nodiscard]] static Values with_all_above(const std::string& id, const Vocabulary& vocabulary) {
        Values all;
        for (const auto* entry = vocabulary.resolve(id); entry != nullptr; entry = vocabulary.above(*entry)) all.insert(entry->id);
        return all;
    }

    [[nodiscard]] Values concepts_of(const TestRecord& record) const {
        Values all;
        for (const auto& id : record.legal_concepts) all.merge(with_all_above(id, vocabularies_.legal_concepts));
        return all;
    }

    [[nodiscard]] Values values_of(const TestRecord& record, Facet facet) const {
        switch (facet) {
            case Facet::evidential_issue: {
                Values all;
                for (const auto& issue : record.evidential_issues) all.merge(with_all_above(issue.id, vocabularies_.evidential_issues));
                return all;
            }
            case Facet::legal_concept: return concepts_of(record);
            case Facet::outcome: return value(record.outcome);
            case Facet::crime_type: return {record.crime_types.begin(), record.crime_types.end()};
            case Facet::jurisdiction: return value(record.country);
            case Facet::court_level: return value(record.court_level);
            case Facet::year: return value(record.decided.substr(0, 4));
        }
        return {};
    }

    [[nodiscard]] bool passes(const TestRecord& record, std::optional<Facet> but) const {
        return std::ranges::all_of(all_facets, [&](Facet facet) {
            const auto values = or_not_recorded(values_of(record, facet));
            const auto has = [&](const std::string& each) { return values.contains(each); };
            const auto& [included, excluded] = request_.facets[facet];
            return facet == but || ((included.empty() || std::ranges::any_of(included, has)) && std::ranges::none_of(excluded, has));
        });
    }

    static void add_buckets(const std::vector<Bucket>& buckets, Counts& counts) {
        for (const auto& bucket : buckets) {
            if (bucket.count > 0) CHECK(counts.emplace(bucket.value.id, bucket.count).second);
            add_buckets(bucket.children, counts);
        }
    }

    void check_facet(const FacetCounts& counts) const {
        Counts wanted;
        for (const auto* record : matching_) {
            if (!passes(*record, counts.facet)) continue;
            for (const auto& each : or_not_recorded(values_of(*record, counts.facet))) ++wanted[each];
        }
        Counts found;
        add_buckets(counts.buckets, found);
        if (counts.not_recorded.count > 0) found[std::string(not_recorded)] = counts.not_recorded.count;
        INFO(name_of(counts.facet));
        CHECK(found == wanted);
    }

    [[nodiscard]] Values elements_of(const TestRecord& record, const std::string& above) const {
        Values all;
        for (const auto& id : concepts_of(record)) {
            const auto* parent = vocabularies_.legal_concepts.above(*vocabularies_.legal_concepts.find(id));
            if (parent != nullptr && parent->id == above) all.insert(id);
        }
        return all;
    }

    [[nodiscard]] Values side_of(const TestRecord& record, PivotSide side) const {
        switch (side) {
            case PivotSide::issue: return values_of(record, Facet::evidential_issue);
            case PivotSide::concept_: return concepts_of(record);
            case PivotSide::act: return elements_of(record, "tip-act");
            case PivotSide::means: return elements_of(record, "tip-means");
            case PivotSide::purpose: return elements_of(record, "tip-purpose");
            case PivotSide::outcome: return values_of(record, Facet::outcome);
            case PivotSide::crime: return values_of(record, Facet::crime_type);
            case PivotSide::country: return values_of(record, Facet::jurisdiction);
            case PivotSide::level: return values_of(record, Facet::court_level);
            case PivotSide::year: return values_of(record, Facet::year);
            case PivotSide::origin: return {record.origin.begin(), record.origin.end()};
            case PivotSide::destination: return {record.destination.begin(), record.destination.end()};
            case PivotSide::role: break;
        }
        return {};
    }

    /// The issues of a record with the role that each has.
    [[nodiscard]] std::set<std::pair<std::string, std::string>> roles_of(const TestRecord& record) const {
        std::set<std::pair<std::string, std::string>> all;
        for (const auto& [id, role, paragraphs] : record.evidential_issues) {
            for (const auto& issue : with_all_above(id, vocabularies_.evidential_issues))
                all.emplace(issue, role.empty() ? std::string(not_recorded) : role);
        }
        if (all.empty()) all.emplace(not_recorded, not_recorded);
        return all;
    }

    /// All cells of a record, each as its values by side.
    [[nodiscard]] std::set<std::vector<std::string>> cells_of(const TestRecord& record, const Pivot& pivot) const {
        std::set<std::vector<std::string>> cells{std::vector<std::string>(pivot.size())};
        const auto fill = [&](const std::function<void(std::vector<std::string>, std::set<std::vector<std::string>>&)>& add) {
            std::set<std::vector<std::string>> filled;
            for (const auto& cell : cells) add(cell, filled);
            cells = std::move(filled);
        };
        const auto role = static_cast<std::size_t>(std::ranges::find(pivot, PivotSide::role) - pivot.begin());
        for (std::size_t side = 0; side < pivot.size(); ++side) {
            if (side == role) continue;
            fill([&](std::vector<std::string> cell, auto& filled) {
                if (pivot[side] == PivotSide::issue && role < pivot.size()) {
                    for (const auto& [issue, its_role] : roles_of(record)) {
                        cell[side] = issue;
                        cell[role] = its_role;
                        filled.insert(cell);
                    }
                } else {
                    for (const auto& each : or_not_recorded(side_of(record, pivot[side]))) {
                        cell[side] = each;
                        filled.insert(cell);
                    }
                }
            });
        }
        return cells;
    }

    void check_pivot(const PivotTable& table) const {
        std::map<std::vector<std::string>, std::uint64_t> wanted;
        std::vector<Counts> wanted_margins(table.sides.size());
        for (const auto* record : passing_) {
            std::vector<Values> seen(table.sides.size());
            for (const auto& cell : cells_of(*record, table.sides)) {
                ++wanted[cell];
                for (std::size_t side = 0; side < cell.size(); ++side) seen[side].insert(cell[side]);
            }
            for (std::size_t side = 0; side < seen.size(); ++side) {
                for (const auto& each : seen[side]) ++wanted_margins[side][each];
            }
        }
        std::map<std::vector<std::string>, std::uint64_t> found;
        for (const auto& cell : table.cells) {
            std::vector<std::string> at;
            for (std::size_t side = 0; side < table.sides.size(); ++side) at.push_back(table.values[side].at(cell.at[side]).id);
            CHECK(found.emplace(std::move(at), cell.count).second);
        }
        CHECK(found == wanted);
        for (std::size_t side = 0; side < table.sides.size(); ++side) {
            Counts margins;
            for (const auto& each : table.values[side]) margins[each.id] = each.count;
            INFO(name_of(table.sides[side]));
            CHECK(margins == wanted_margins[side]);
        }
    }

    void check_histogram(const Histogram& histogram) const {
        const std::size_t size = histogram.unit == HistogramUnit::year ? 4 : 7;
        Counts wanted;
        std::uint64_t undated = 0;
        for (const auto* record : passing_) {
            if (record->decided.size() >= size)
                ++wanted[record->decided.substr(0, size)];
            else
                ++undated;
        }
        Counts found;
        for (const auto& bucket : histogram.buckets) found[bucket.value] = bucket.count;
        CHECK(found == wanted);
        CHECK(histogram.not_recorded == undated);
        CHECK(std::ranges::is_sorted(histogram.buckets, {}, &HistogramBucket::value));
    }

    static Distribution describe(std::vector<double> lengths) {
        Distribution all{.n = lengths.size()};
        if (lengths.empty()) return all;
        std::ranges::sort(lengths);
        const auto quantile = [&](double share) {
            const auto place = share * static_cast<double>(lengths.size() - 1);
            const auto low = lengths[static_cast<std::size_t>(std::floor(place))];
            const auto high = lengths[static_cast<std::size_t>(std::ceil(place))];
            return low + (high - low) * (place - std::floor(place));
        };
        return {.n = lengths.size(),
                .min = lengths.front(),
                .lower_quartile = quantile(0.25),
                .median = quantile(0.5),
                .upper_quartile = quantile(0.75),
                .max = lengths.back()};
    }

    void check_sentences(const SentenceCounts& sentences) const {
        std::vector<double> terms;
        std::vector<double> suspended;
        std::uint64_t life = 0;
        for (const auto* record : passing_) {
            int term = 0;
            int part = 0;
            bool has_life = false;
            for (const auto& sentence : record->sentences) {
                term = std::max(term, sentence.months);
                part = std::max(part, sentence.suspended_months);
                has_life = has_life || sentence.life;
            }
            if (has_life) ++life;
            if (!has_life && term > 0) terms.push_back(term);
            if (part > 0) suspended.push_back(part);
        }
        CHECK(sentences.terms == describe(terms));
        CHECK(sentences.suspended == describe(suspended));
        CHECK(sentences.life == life);
        CHECK(sentences.not_recorded == passing_.size() - life - terms.size());
    }

    const SearchRequest& request_;
    const Vocabularies& vocabularies_;
    std::vector<const TestRecord*> matching_;
    std::vector<const TestRecord*> passing_;
};

}  // namespace

void check_against_records(const SearchResult& result, const SearchRequest& request, const Question& question,
                           const std::vector<TestRecord>& records, const Vocabularies& vocabularies) {
    BruteForce(request, question, records, vocabularies).check(result);
}

}  // namespace palermo::test
