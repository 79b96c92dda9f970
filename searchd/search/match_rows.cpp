// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/match_rows.hpp"

#include "indexer/index/layout.hpp"
#include "searchd/search/positional_source.hpp"
#include "searchd/search/value_range.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

namespace palermo {
namespace {

/// Looking for one document in a posting list takes as long as reading so many of it.
constexpr std::size_t postings_per_skip = 20;

/// The rows of a term are kept when it has at least one row in so many.
constexpr std::size_t least_share_kept = 1'024;

/// Of documents whose words are looked at one after the other.
constexpr std::size_t documents_ahead = 8;

/// Rows that are asked about: what is said of others does not matter.
struct Within {
    explicit Within(RowBitmap asked) : rows(std::move(asked)), count(rows.count()) {}

    RowBitmap rows;
    std::size_t count;
};

class SegmentMatcher {
public:
    SegmentMatcher(const WorkerView& view, std::size_t segment, Deadline deadline)
        : snapshot_(view.snapshot()),
          segment_(segment),
          database_(view.database(segment)),
          columns_(view.snapshot().columns(segment)),
          cache_(view.snapshot().cache(segment)),
          watch_(deadline) {}

    /// Those of `within` that match.
    RowBitmap match(const MatchNode& node, const Within& within) {
        RowBitmap rows(within.rows.rows());
        std::visit([&](const auto& is) { add(is, within, rows); }, node.is);
        return rows &= within.rows;
    }

private:
    // Each adds to `rows` all rows of `within` that match, and perhaps others.

    static void add(const MatchNode::Everything&, const Within& within, RowBitmap& rows) { rows |= within.rows; }

    void add(const MatchNode::Term& is, const Within& within, RowBitmap& rows) { add_term(is.term, within, rows); }

    void add(const MatchNode::AnyOf& is, const Within& within, RowBitmap& rows) {
        for (const auto& part : is.parts) std::visit([&](const auto& each) { add(each, within, rows); }, part->is);
    }

    void add(const MatchNode::AllOf& is, const Within& within, RowBitmap& rows) {
        std::vector<std::pair<std::size_t, const MatchNode*>> parts;
        for (const auto& part : is.parts) parts.emplace_back(most(*part), part.get());
        std::ranges::stable_sort(parts, {}, [](const auto& part) { return part.first; });
        auto left = match(*parts.front().second, within);
        for (std::size_t i = 1; i < parts.size() && !left.empty(); ++i) {
            const Within asked(std::move(left));
            left = match(*parts[i].second, asked);
        }
        rows |= left;
    }

    void add(const MatchNode::AllBut& is, const Within& within, RowBitmap& rows) {
        const Within wanted(match(*is.wanted, within));
        auto left = wanted.rows;
        rows |= left -= match(*is.unwanted, wanted);
    }

    void add(const MatchNode::ValueRange& is, const Within&, RowBitmap& rows) { rows |= rows_in_range(snapshot_, segment_, is); }

    void add(const MatchNode::Standing& is, const Within& within, RowBitmap& rows) {
        const auto look = [&](std::uint32_t row) {
            watch_.tick();
            if (is.check->stands_in(columns_.first_docid() + row)) rows.set(row);
        };
        // Documents lie far from each other: some are on their way from memory while another is looked at.
        const auto& words = snapshot_.forward(segment_);
        std::array<std::uint32_t, documents_ahead> expected{};
        std::size_t seen = 0;
        within.rows.for_each([&](std::uint32_t row) {
            words.expect(columns_.first_docid() + row);
            auto& place = expected[seen % documents_ahead];
            if (seen >= documents_ahead) look(place);
            place = row;
            ++seen;
        });
        for (auto left = std::min(seen, documents_ahead); left > 0; --left) look(expected[(seen - left) % documents_ahead]);
    }

    /// reached[n]: the rows with n + 1 of the words that were looked at so far.
    void add(const MatchNode::Sharing& is, const Within& within, RowBitmap& rows) {
        std::vector<RowBitmap> reached(is.least, RowBitmap(rows.rows()));
        for (const auto& forms : is.words) {
            RowBitmap word(rows.rows());
            for (const auto& term : forms) add_term(term, within, word);
            for (auto n = is.least - 1; n > 0; --n) {
                auto more = reached[n - 1];
                reached[n] |= more &= word;
            }
            reached.front() |= word;
        }
        rows |= reached.back();
    }

    void add_term(const std::string& term, const Within& within, RowBitmap& rows) {
        if (const auto kept = cache_.find(term)) return kept->add_to(rows);
        const auto frequency = std::size_t{database_.get_termfreq(term)};
        if (frequency == 0) return;
        if (within.count * postings_per_skip < frequency) return add_by_skipping(term, within, rows);
        if (frequency * least_share_kept < rows.rows()) return add_postings(term, rows);
        RowBitmap read(rows.rows());
        add_postings(term, read);
        auto kept = std::make_shared<const RowSet>(std::move(read));
        cache_.keep(term, kept);
        kept->add_to(rows);
    }

    void add_postings(const std::string& term, RowBitmap& rows) {
        const auto first = columns_.first_docid();
        const auto end = database_.postlist_end(term);
        for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
            watch_.tick();
            rows.set(*posting - first);
        }
    }

    void add_by_skipping(const std::string& term, const Within& within, RowBitmap& rows) {
        const auto first = columns_.first_docid();
        const auto end = database_.postlist_end(term);
        auto posting = database_.postlist_begin(term);
        within.rows.for_each([&](std::uint32_t row) {
            if (posting == end) return;
            watch_.tick();
            posting.skip_to(first + row);
            if (posting != end && *posting == first + row) rows.set(row);
        });
    }

    /// How many rows can match at most; what is costly to ask comes last.
    std::size_t most(const MatchNode& node) {
        if (const auto* term = std::get_if<MatchNode::Term>(&node.is)) return database_.get_termfreq(term->term);
        if (const auto* all = std::get_if<MatchNode::AllOf>(&node.is)) {
            auto least = columns_.rows();
            for (const auto& part : all->parts) least = std::min(least, most(*part));
            return least;
        }
        if (const auto* any = std::get_if<MatchNode::AnyOf>(&node.is)) {
            std::size_t sum = 0;
            for (const auto& part : any->parts) sum += most(*part);
            return std::min(sum, columns_.rows());
        }
        if (const auto* but = std::get_if<MatchNode::AllBut>(&node.is)) return most(*but->wanted);
        return columns_.rows() + (std::holds_alternative<MatchNode::Standing>(node.is) ? 1 : 0);
    }

    const Snapshot& snapshot_;
    std::size_t segment_;
    const Xapian::Database& database_;
    const FacetColumns& columns_;
    RowCache& cache_;
    Watch watch_;
};

}  // namespace

SnapshotRows match_rows(const WorkerView& view, const MatchTree& tree, Deadline deadline) {
    Watch(deadline).tick();
    const auto& snapshot = view.snapshot();
    SnapshotRows all;
    for (std::size_t segment = 0; segment < snapshot.manifest().segments.size(); ++segment) {
        const auto& live = snapshot.live(segment);
        if (tree == nullptr)
            all.emplace_back(live.rows());
        else if (std::holds_alternative<MatchNode::Everything>(tree->is))
            all.push_back(live);
        else
            all.push_back(SegmentMatcher(view, segment, deadline).match(*tree, Within(live)));
    }
    return all;
}

std::uint64_t count(const SnapshotRows& rows) {
    std::uint64_t sum = 0;
    for (const auto& segment : rows) sum += segment.count();
    return sum;
}

}  // namespace palermo
