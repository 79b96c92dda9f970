// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/match_set.hpp"

#include "indexer/index/layout.hpp"

#include <algorithm>
#include <functional>
#include <queue>

namespace palermo {
namespace {

/// Accepts every match; asked for each candidate, so that a long match can be stopped.
class StopAtDeadline : public Xapian::MatchDecider {
public:
    explicit StopAtDeadline(Deadline deadline) : watch_(deadline) {}

    bool operator()(const Xapian::Document&) const override {
        watch_.tick();
        return true;
    }

private:
    mutable Watch watch_;
};

/// As Xapian::BoolWeight, nothing weighs anything; but it says that it wants to know how often a word stands in a document. Xapian (1.4)
/// otherwise takes a term that all documents of a segment have for "all documents", and then calls the segment damaged where it was merged
/// of several and its docids have gaps.
class NoWeight : public Xapian::Weight {
public:
    NoWeight() { need_stat(WDF); }

    void init(double) override {}
    NoWeight* clone() const override { return new NoWeight; }
    std::string name() const override { return "NoWeight"; }
    double get_sumpart(Xapian::termcount, Xapian::termcount, Xapian::termcount) const override { return 0; }
    double get_maxpart() const override { return 0; }
    double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
    double get_maxextra() const override { return 0; }
};

constexpr auto after_all_dates = "99999999";

/// Documents are few when at most one in so many is meant.
constexpr std::size_t few_share = 100;

std::vector<RankedMatch> rank(const WorkerView& view, const Xapian::Query& query, SortOrder order, std::size_t from, std::size_t behind,
                              Deadline deadline) {
    Xapian::Enquire enquire(view.database());
    enquire.set_query(view.live(query));
    enquire.set_weighting_scheme(weighting(view.snapshot().manifest().ranking));
    Xapian::MultiValueKeyMaker oldest_first;
    oldest_first.add_value(layout::decided_earliest.slot, false, after_all_dates);
    if (order == SortOrder::newest) enquire.set_sort_by_value_then_relevance(layout::decided_latest.slot, true);
    if (order == SortOrder::oldest) enquire.set_sort_by_key_then_relevance(&oldest_first, false);
    const StopAtDeadline stop(deadline);
    std::vector<RankedMatch> found;
    const auto matches =
        enquire.get_mset(static_cast<Xapian::doccount>(from), static_cast<Xapian::doccount>(behind - from), 0, nullptr, &stop);
    for (auto match = matches.begin(); match != matches.end(); ++match) found.push_back({view.library_docid(*match), match.get_weight()});
    return found;
}

/// Adds to scores how near words stand in the matches, which come by their scores. Those that cannot come to be among the `wanted` best by
/// it are left without.
void add_nearness(std::span<const ProximityWord> near, std::size_t wanted, WordSets& sets, Deadline deadline,
                  std::vector<RankedMatch>& matches) {
    if (near.size() < 2) return;
    const auto most = most_proximity_bonus(near);
    std::priority_queue<double, std::vector<double>, std::greater<>> best;
    for (auto& match : matches) {
        if (best.size() == wanted && match.score + most < best.top()) return;
        DocumentPositions positions(sets, match.docid, deadline);
        match.score += proximity_bonus(near, positions);
        best.push(match.score);
        if (best.size() > wanted) best.pop();
    }
}

/// Matches by the whole query and by how near words stand in them; only the `wanted` best surely have their full scores.
std::vector<RankedMatch> weighed_in_full(const WorkerView& view, const Xapian::Query& query, std::span<const ProximityWord> near,
                                         std::size_t wanted, WordSets& sets, Deadline deadline, std::span<const RankedMatch> matches) {
    std::vector<std::uint32_t> docids;
    for (const auto& match : matches) docids.push_back(match.docid);
    std::ranges::sort(docids);
    for (const auto docid : docids) view.snapshot().expect_words_of(docid);
    auto weighed = rank(view, WorkerView::among(docids, query), SortOrder::relevance, 0, docids.size(), deadline);
    add_nearness(near, wanted, sets, deadline, weighed);
    return weighed;
}

/// Weighs the first matches in full and orders them anew, so that the `wanted` best are in their order. Of two equals the one that was
/// loaded earlier comes first, as Xapian has it.
void rescore(const WorkerView& view, const Xapian::Query& query, std::span<const ProximityWord> near, std::size_t wanted, WordSets& sets,
             Deadline deadline, std::vector<RankedMatch>& matches) {
    const auto end = matches.begin() + static_cast<std::ptrdiff_t>(std::min(matches.size(), rescoring_depth));
    auto weighed = weighed_in_full(view, query, near, wanted, sets, deadline, {matches.begin(), end});
    std::ranges::sort(weighed, [](const RankedMatch& one, const RankedMatch& other) {
        return one.score != other.score ? one.score > other.score : one.docid < other.docid;
    });
    matches.erase(std::ranges::copy(weighed, matches.begin()).out, end);
}

}  // namespace

bool matches_some(const WorkerView& view, const MatchQuery& query) {
    Xapian::Enquire enquire(view.database());
    enquire.set_query(view.live(query.draft()));
    enquire.set_weighting_scheme(NoWeight());
    return !enquire.get_mset(0, 1).empty();
}

Xapian::BM25Weight weighting(const RankingSettings& ranking) { return {ranking.k1, 0, 1, ranking.b, ranking.min_normlen}; }

std::vector<std::uint32_t> docids_if_few(const Snapshot& snapshot, const SnapshotRows& rows) {
    std::vector<std::uint32_t> docids;
    if (count(rows) * few_share > snapshot.manifest().record_count) return docids;
    for (std::size_t segment = 0; segment < rows.size(); ++segment) {
        const auto first = snapshot.columns(segment).first_docid();
        rows[segment].for_each([&](std::uint32_t row) { docids.push_back(first + row); });
    }
    return docids;
}

RankedPage rank_page(const WorkerView& view, const MatchQuery& query, std::span<const ProximityWord> near, const SearchRequest& request,
                     SortOrder order, std::span<const std::uint32_t> docids, WordSets& sets, Deadline deadline) {
    const std::size_t first = std::size_t{request.page - 1} * request.size;
    const bool weighs_in_full = order == SortOrder::relevance && first < rescoring_depth;
    const auto from = weighs_in_full ? 0 : first;
    // One more than the page holds tells whether there is another page.
    const auto behind = std::max(first + request.size + 1, weighs_in_full ? rescoring_depth : 0);
    std::vector<RankedMatch> found;
    if (weighs_in_full && !docids.empty() && docids.size() <= rescoring_depth) {
        // All are weighed in full.
        for (const auto docid : docids) found.push_back({.docid = docid});
    } else {
        const auto& draft = query.draft();
        found =
            rank(view, docids.empty() ? draft : WorkerView::among({docids.begin(), docids.end()}, draft), order, from, behind, deadline);
    }
    if (weighs_in_full) rescore(view, query.engine(), near, first + request.size, sets, deadline, found);
    const auto begin = std::min(first - from, found.size());
    const auto end = std::min(begin + request.size, found.size());
    const auto place = [&found](std::size_t number) { return found.begin() + static_cast<std::ptrdiff_t>(number); };
    return {.matches = {place(begin), place(end)}, .has_more = end < found.size()};
}

void weigh_in_full(const WorkerView& view, const MatchQuery& query, std::span<const ProximityWord> near, WordSets& sets, Deadline deadline,
                   std::vector<RankedMatch>& matches) {
    for (const auto& weighed : weighed_in_full(view, query.engine(), near, matches.size(), sets, deadline, matches)) {
        const auto match = std::ranges::find(matches, weighed.docid, &RankedMatch::docid);
        if (match != matches.end()) match->score = weighed.score;
    }
}

}  // namespace palermo
