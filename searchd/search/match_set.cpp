// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/match_set.hpp"

#include "indexer/index/layout.hpp"

#include <algorithm>

namespace palermo {
namespace {

class VisitSpy : public Xapian::MatchSpy {
public:
    VisitSpy(const std::function<void(std::uint32_t)>& visit, Deadline deadline) : visit_(visit), watch_(deadline) {}

    /// The document is the segment's, so its docid is the library-wide one.
    void operator()(const Xapian::Document& document, double) override {
        watch_.tick();
        visit_(document.get_docid());
    }

private:
    const std::function<void(std::uint32_t)>& visit_;
    Watch watch_;
};

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

void rank_by_nearness(const WorkerView& view, std::span<const ProximityWord> near, Deadline deadline, std::vector<RankedMatch>& matches) {
    WordSets sets(view.snapshot());
    const auto end = matches.begin() + static_cast<std::ptrdiff_t>(std::min(matches.size(), proximity_depth));
    for (auto match = matches.begin(); match != end; ++match) {
        DocumentPositions positions(sets, match->docid, deadline);
        match->score += proximity_bonus(near, positions);
    }
    std::stable_sort(matches.begin(), end, [](const RankedMatch& one, const RankedMatch& other) { return one.score > other.score; });
}

constexpr auto after_all_dates = "99999999";

}  // namespace

void visit_matches(const WorkerView& view, const Xapian::Query& query, Deadline deadline, const std::function<void(std::uint32_t)>& visit) {
    Xapian::Enquire enquire(view.database());
    enquire.set_query(view.live(query));
    enquire.set_weighting_scheme(NoWeight());
    VisitSpy spy(visit, deadline);
    enquire.add_matchspy(&spy);
    // No ranks are wanted, but every match must be looked at.
    const auto all = view.database().get_doccount();
    (void)enquire.get_mset(0, 0, all);
}

bool matches_some(const WorkerView& view, const Xapian::Query& query) {
    Xapian::Enquire enquire(view.database());
    enquire.set_query(view.live(query));
    enquire.set_weighting_scheme(NoWeight());
    return !enquire.get_mset(0, 1).empty();
}

std::uint64_t count_matches(const WorkerView& view, const Xapian::Query& query, Deadline deadline) {
    std::uint64_t count = 0;
    visit_matches(view, query, deadline, [&count](std::uint32_t) { ++count; });
    return count;
}

Xapian::BM25Weight weighting(const RankingSettings& ranking) { return {ranking.k1, 0, 1, ranking.b, ranking.min_normlen}; }

std::vector<RankedMatch> rank_page(const WorkerView& view, const Xapian::Query& query, std::span<const ProximityWord> near,
                                   const SearchRequest& request, SortOrder order, Deadline deadline) {
    Xapian::Enquire enquire(view.database());
    enquire.set_query(view.live(query));
    enquire.set_weighting_scheme(weighting(view.snapshot().manifest().ranking));
    Xapian::MultiValueKeyMaker oldest_first;
    oldest_first.add_value(layout::decided_earliest.slot, false, after_all_dates);
    if (order == SortOrder::newest) enquire.set_sort_by_value_then_relevance(layout::decided_latest.slot, true);
    if (order == SortOrder::oldest) enquire.set_sort_by_key_then_relevance(&oldest_first, false);
    const StopAtDeadline stop(deadline);
    const std::size_t first = std::size_t{request.page - 1} * request.size;
    const bool ranks_by_nearness = order == SortOrder::relevance && near.size() > 1 && first < proximity_depth;
    const auto from = ranks_by_nearness ? 0 : first;
    const auto behind = ranks_by_nearness ? std::max(first + request.size, proximity_depth) : first + request.size;
    std::vector<RankedMatch> page;
    const auto matches =
        enquire.get_mset(static_cast<Xapian::doccount>(from), static_cast<Xapian::doccount>(behind - from), 0, nullptr, &stop);
    for (auto match = matches.begin(); match != matches.end(); ++match) page.push_back({view.library_docid(*match), match.get_weight()});
    if (!ranks_by_nearness) return page;
    rank_by_nearness(view, near, deadline, page);
    const auto begin = page.begin() + static_cast<std::ptrdiff_t>(std::min(first, page.size()));
    const auto end = page.begin() + static_cast<std::ptrdiff_t>(std::min(first + request.size, page.size()));
    return {begin, end};
}

}  // namespace palermo
