// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/position_pattern.hpp"

#include <algorithm>
#include <utility>

namespace palermo {
namespace {

using Kind = PositionPattern::Kind;
using Spans = std::vector<PositionSpan>;

void sort_unique(Spans& spans) {
    std::ranges::sort(spans);
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

Spans spans_of_terms(const std::vector<std::string>& terms, DocumentPositions& positions) {
    Spans spans;
    for (const auto position : positions.of(terms)) spans.push_back({position, position});
    return spans;
}

Spans spans_of_any(const std::vector<PositionPattern>& parts, DocumentPositions& positions) {
    Spans spans;
    for (const auto& part : parts) std::ranges::copy(find_spans(part, positions), std::back_inserter(spans));
    sort_unique(spans);
    return spans;
}

Spans spans_of_phrase(const std::vector<PositionPattern>& parts, DocumentPositions& positions) {
    Spans spans;
    for (const auto& part : parts) {
        const auto next = find_spans(part, positions);
        if (&part == &parts.front()) {
            spans = next;
        } else {
            Spans longer;
            for (const auto& span : spans) {
                const auto from = std::ranges::lower_bound(next, span.last + 1, {}, &PositionSpan::first);
                for (auto found = from; found != next.end() && found->first == span.last + 1; ++found)
                    longer.push_back({span.first, found->last});
            }
            sort_unique(longer);
            spans = std::move(longer);
        }
        if (spans.empty()) break;
    }
    return spans;
}

/// Tells which sentence or paragraph a position of the body lies in.
class Boundaries {
public:
    Boundaries(Kind kind, const DocumentPositions& positions)
        : starts_(kind == Kind::sentence ? positions.sentence_starts() : positions.paragraph_starts()) {}

    [[nodiscard]] bool are_together(PositionSpan one, PositionSpan other) const {
        const auto first = std::min(one.first, other.first);
        const auto last = std::max(one.last, other.last);
        const auto next = std::ranges::upper_bound(starts_, first);
        return next == starts_.end() || *next > last;
    }

private:
    std::vector<std::uint32_t> starts_;
};

PositionSpan hull(PositionSpan one, PositionSpan other) { return {std::min(one.first, other.first), std::max(one.last, other.last)}; }

/// Whether what stands between the ends of the pattern's spans need not be of it: then other words may lie there.
bool leaves_room(const PositionPattern& pattern) {
    if (pattern.kind == Kind::any) return std::ranges::any_of(pattern.parts, leaves_room);
    return pattern.kind != Kind::terms && pattern.kind != Kind::phrase;
}

bool is_inside(PositionSpan inner, PositionSpan outer) { return outer.first < inner.first && inner.last < outer.last; }

/// Tells which spans of two operands cannot be a pair: the same words are not near themselves.
class Overlaps {
public:
    explicit Overlaps(const PositionPattern& pair)
        : left_leaves_room_(leaves_room(pair.parts.front())), right_leaves_room_(leaves_room(pair.parts.back())) {}

    [[nodiscard]] bool clash(PositionSpan left, PositionSpan right) const {
        if (left.last < right.first || right.last < left.first) return false;
        if (is_inside(right, left)) return !left_leaves_room_;
        if (is_inside(left, right)) return !right_leaves_room_;
        const bool meet = left.first == right.first || left.last == right.last || left.first == right.last || left.last == right.first;
        return meet || !left_leaves_room_ || !right_leaves_room_;
    }

private:
    bool left_leaves_room_;
    bool right_leaves_room_;
};

bool are_apart(PositionSpan one, PositionSpan other) { return one.last < other.first || other.last < one.first; }

/// Pairs at most `distance` apart.
Spans near_pairs(const PositionPattern& pattern, const Spans& left, const Spans& right, DocumentPositions& positions) {
    const Overlaps overlaps(pattern);
    Spans pairs;
    std::uint32_t longest = 0;
    for (const auto& span : right) longest = std::max(longest, span.last - span.first);
    for (const auto& one : left) {
        const auto reach = pattern.distance + longest;
        const auto begin = one.first > reach ? one.first - reach : 0;
        for (auto other = std::ranges::lower_bound(right, begin, {}, &PositionSpan::first);
             other != right.end() && other->first <= one.last + pattern.distance; ++other) {
            positions.tick();
            if (overlaps.clash(one, *other)) continue;
            const bool follows = other->first > one.last;
            const auto gap = follows ? other->first - one.last : are_apart(one, *other) ? one.first - other->last : 0;
            if (gap <= pattern.distance && (follows || !pattern.ordered)) pairs.push_back(hull(one, *other));
        }
    }
    sort_unique(pairs);
    return pairs;
}

/// For each left span its nearest neighbours to both sides in the same sentence or paragraph, and those that stand among its own words.
/// Farther ones would prove nothing more: whatever is in one sentence with a farther one is in it with the nearer one too.
Spans pairs_within(const PositionPattern& pattern, const Spans& left, const Spans& right, const Boundaries& boundaries,
                   DocumentPositions& positions) {
    const Overlaps overlaps(pattern);
    Spans pairs;
    for (const auto& one : left) {
        const auto behind = std::ranges::upper_bound(right, one.last, {}, &PositionSpan::first);
        if (behind != right.end() && boundaries.are_together(one, *behind)) pairs.push_back(hull(one, *behind));
        if (pattern.ordered) continue;
        for (auto before = behind; before != right.begin();) {
            --before;
            positions.tick();
            if (overlaps.clash(one, *before)) continue;
            if (boundaries.are_together(one, *before)) pairs.push_back(hull(one, *before));
            if (are_apart(one, *before)) break;
        }
    }
    sort_unique(pairs);
    return pairs;
}

Spans join(const PositionPattern& pattern, const Spans& left, const Spans& right, DocumentPositions& positions) {
    if (left.empty() || right.empty()) return {};
    if (pattern.kind == Kind::near) return near_pairs(pattern, left, right, positions);
    return pairs_within(pattern, left, right, Boundaries(pattern.kind, positions), positions);
}

/// What of a pattern stands inside one of the windows.
void add_marks(const PositionPattern& pattern, const Spans& windows, DocumentPositions& positions, Spans& marks) {
    const auto is_inside = [&](const PositionSpan& span) {
        return std::ranges::any_of(windows, [&](const PositionSpan& window) {
            positions.tick();
            return window.first <= span.first && span.last <= window.last;
        });
    };
    const auto spans = find_spans(pattern, positions);
    Spans inside;
    std::ranges::copy_if(spans, std::back_inserter(inside), is_inside);
    const bool is_whole = pattern.kind == Kind::terms || pattern.kind == Kind::phrase;
    if (is_whole)
        std::ranges::copy(inside, std::back_inserter(marks));
    else
        for (const auto& part : pattern.parts) add_marks(part, inside, positions, marks);
}

}  // namespace

DocumentPositions::DocumentPositions(WordSets& sets, std::uint32_t docid, Deadline deadline) : sets_(sets), watch_(deadline) {
    const auto segment = sets.snapshot().segment_of(docid);
    if (!segment) return;
    segment_ = *segment;
    // Of one whose bytes are damaged nothing stands anywhere; palermo-indexer verify tells.
    if (auto document = sets.snapshot().forward(segment_).document(docid)) document_ = std::move(*document);
}

void DocumentPositions::narrow_to(std::span<const PositionPattern* const> patterns) {
    if (document_.runs().empty() || !document_.is_in_order()) return;
    std::vector<const WordSet*> words;
    for (const auto* pattern : patterns) add_words(*pattern, words);
    document_.narrow_to(words);
}

void DocumentPositions::add_words(const PositionPattern& pattern, std::vector<const WordSet*>& words) {
    if (!pattern.terms.empty()) words.push_back(&sets_.of(segment_, pattern.terms));
    for (const auto& part : pattern.parts) add_words(part, words);
}

std::vector<std::uint32_t> DocumentPositions::of(const std::vector<std::string>& terms) {
    return document_.runs().empty() ? std::vector<std::uint32_t>() : document_.positions(sets_.of(segment_, terms));
}

std::vector<PositionSpan> find_spans(const PositionPattern& pattern, DocumentPositions& positions) {
    switch (pattern.kind) {
        case Kind::terms: return spans_of_terms(pattern.terms, positions);
        case Kind::any: return spans_of_any(pattern.parts, positions);
        case Kind::phrase: return spans_of_phrase(pattern.parts, positions);
        case Kind::near:
        case Kind::sentence:
        case Kind::paragraph:
            return join(pattern, find_spans(pattern.parts.front(), positions), find_spans(pattern.parts.back(), positions), positions);
    }
    return {};
}

std::vector<PositionSpan> find_marks(const PositionPattern& pattern, DocumentPositions& positions) {
    Spans marks;
    add_marks(pattern, find_spans(pattern, positions), positions, marks);
    sort_unique(marks);
    return marks;
}

}  // namespace palermo
