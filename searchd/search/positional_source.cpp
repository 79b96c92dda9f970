// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/positional_source.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace palermo {
namespace {

class PositionalSource : public Xapian::PostingSource {
public:
    explicit PositionalSource(std::shared_ptr<PositionalCheck> check) : check_(std::move(check)) {}

    /// One segment at a time, whose docids are library-wide.
    void init(const Xapian::Database& database) override {
        count_ = database.get_doccount();
        last_ = database.get_lastdocid();
        const auto& snapshot = check_->snapshot();
        const auto segment = snapshot.segment_of(last_);
        docid_ = segment ? snapshot.manifest().segments[*segment].first_docid - 1 : last_;
    }

    Xapian::doccount get_termfreq_min() const override { return 0; }
    /// As many as there are, so that the match is driven by the words.
    Xapian::doccount get_termfreq_est() const override { return count_; }
    Xapian::doccount get_termfreq_max() const override { return count_; }

    void next(double min_weight) override { skip_to(docid_ + 1, min_weight); }

    void skip_to(Xapian::docid docid, double) override {
        for (docid_ = std::max(docid, docid_); docid_ <= last_ && !stands_in(docid_); ++docid_) {
        }
    }

    bool check(Xapian::docid docid, double) override {
        docid_ = docid;
        return stands_in(docid);
    }

    bool at_end() const override { return docid_ > last_; }
    Xapian::docid get_docid() const override { return docid_; }
    PostingSource* clone() const override { return new PositionalSource(check_); }
    std::string get_description() const override { return "PositionalSource"; }

private:
    bool stands_in(Xapian::docid docid) const { return check_->stands_in(docid); }

    std::shared_ptr<PositionalCheck> check_;
    Xapian::doccount count_ = 0;
    Xapian::docid docid_ = 0;
    Xapian::docid last_ = 0;
};

bool is_plain_phrase(const PositionPattern& pattern) {
    const auto is_word = [](const PositionPattern& part) { return part.kind == PositionPattern::Kind::terms; };
    return pattern.kind == PositionPattern::Kind::phrase && !pattern.parts.empty() && std::ranges::all_of(pattern.parts, is_word);
}

}  // namespace

PositionalCheck::PositionalCheck(const Snapshot& snapshot, PositionPattern pattern, Deadline deadline)
    : sets_(snapshot), pattern_(std::move(pattern)), watch_(deadline), is_plain_phrase_(is_plain_phrase(pattern_)) {
    const auto& segments = snapshot.manifest().segments;
    if (!segments.empty()) known_.resize(std::size_t{segments.back().last_docid} + 1, unknown);
}

bool PositionalCheck::stands_in(std::uint32_t docid) {
    if (docid >= known_.size()) return false;
    auto& known = known_[docid];
    if (known == unknown) {
        watch_.tick();
        known = 0;
        const auto segment = snapshot().segment_of(docid);
        if (segment && look(docid, *segment)) known = 1;
    }
    return known == 1;
}

bool PositionalCheck::look(std::uint32_t docid, std::size_t segment) {
    const auto& index = snapshot().forward(segment);
    if (pattern_.kind == PositionPattern::Kind::terms) return index.count(docid, *words_in(segment).front(), 1) > 0;
    // Of a phrase of plain words a glance can tell that it does not stand there.
    if (is_plain_phrase_ && !index.may_hold_phrase(docid, words_in(segment))) return false;
    DocumentPositions positions(sets_, docid, watch_.deadline());
    return !find_spans(pattern_, positions).empty();
}

const std::vector<const WordSet*>& PositionalCheck::words_in(std::size_t segment) {
    if (!words_.empty() && segment == words_segment_) return words_;
    words_.clear();
    words_segment_ = segment;
    if (pattern_.kind == PositionPattern::Kind::terms) words_.push_back(&sets_.of(segment, pattern_.terms));
    for (const auto& part : pattern_.parts) words_.push_back(&sets_.of(segment, part.terms));
    return words_;
}

MatchQuery positional_query(const Snapshot& snapshot, PositionPattern pattern, Deadline deadline) {
    auto check = std::make_shared<PositionalCheck>(snapshot, std::move(pattern), deadline);
    auto* source = new PositionalSource(check);
    return {Xapian::Query(source->release()), MatchNode{MatchNode::Standing{std::move(check)}}};
}

}  // namespace palermo
