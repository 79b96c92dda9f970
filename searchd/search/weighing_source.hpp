// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indexer/index/snapshot.hpp"
#include "indexer/index/xapian_guard.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace palermo {

/// Stands on every document, to weigh those that it is asked of: the right side of an OP_AND_MAYBE, whose left side finds them. Xapian
/// takes it through one segment at a time, whose docids are the library's. The snapshot must outlive it.
class WeighingSource : public Xapian::PostingSource {
public:
    explicit WeighingSource(const Snapshot& snapshot) : snapshot_(snapshot) {}

    void init(const Xapian::Database& database) final {
        database_ = database;
        docid_ = 0;
        last_ = database.get_lastdocid();
        segment_ = snapshot_.segment_of(last_);
        if (segment_) enter(*segment_);
    }

    Xapian::doccount get_termfreq_min() const final { return 0; }
    Xapian::doccount get_termfreq_est() const final { return database_.get_doccount(); }
    Xapian::doccount get_termfreq_max() const final { return database_.get_doccount(); }

    double get_weight() const final { return segment_ ? weigh(*segment_, docid_) : 0; }

    void next(double) final { ++docid_; }
    void skip_to(Xapian::docid docid, double) final { docid_ = std::max(docid, docid_); }
    bool at_end() const final { return docid_ > last_; }
    Xapian::docid get_docid() const final { return docid_; }

protected:
    [[nodiscard]] const Snapshot& snapshot() const { return snapshot_; }
    [[nodiscard]] const Xapian::Database& database() const { return database_; }

    /// Before the documents of a segment are weighed. Has to call set_maxweight().
    virtual void enter(std::size_t segment) = 0;
    [[nodiscard]] virtual double weigh(std::size_t segment, Xapian::docid docid) const = 0;

private:
    const Snapshot& snapshot_;
    Xapian::Database database_;
    std::optional<std::size_t> segment_;
    Xapian::docid docid_ = 0;
    Xapian::docid last_ = 0;
};

}  // namespace palermo
