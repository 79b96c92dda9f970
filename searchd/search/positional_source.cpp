// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/positional_source.hpp"

#include <utility>

namespace palermo {
namespace {

class PositionalSource : public Xapian::PostingSource {
public:
    PositionalSource(std::shared_ptr<const PositionPattern> pattern, Deadline deadline)
        : pattern_(std::move(pattern)), deadline_(deadline) {}

    void init(const Xapian::Database& database) override {
        database_ = database;
        docid_ = 0;
        last_ = database.get_lastdocid();
    }

    Xapian::doccount get_termfreq_min() const override { return 0; }
    /// As many as there are, so that the match is driven by the words.
    Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
    Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }

    void next(double min_weight) override { skip_to(docid_ + 1, min_weight); }

    void skip_to(Xapian::docid docid, double) override {
        for (docid_ = docid; docid_ <= last_ && !stands_in(docid_); ++docid_) {
        }
    }

    bool check(Xapian::docid docid, double) override {
        docid_ = docid;
        return stands_in(docid);
    }

    bool at_end() const override { return docid_ > last_; }
    Xapian::docid get_docid() const override { return docid_; }
    PostingSource* clone() const override { return new PositionalSource(pattern_, deadline_); }
    std::string get_description() const override { return "PositionalSource"; }

private:
    bool stands_in(Xapian::docid docid) const {
        DocumentPositions positions(database_, docid, deadline_);
        positions.tick();
        return !find_spans(*pattern_, positions).empty();
    }

    std::shared_ptr<const PositionPattern> pattern_;
    Deadline deadline_;
    Xapian::Database database_;
    Xapian::docid docid_ = 0;
    Xapian::docid last_ = 0;
};

}  // namespace

Xapian::Query positional_query(PositionPattern pattern, Deadline deadline) {
    auto* source = new PositionalSource(std::make_shared<const PositionPattern>(std::move(pattern)), deadline);
    return Xapian::Query(source->release());
}

}  // namespace palermo
