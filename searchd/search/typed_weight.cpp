// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/typed_weight.hpp"

#include "searchd/search/weighing_source.hpp"
#include "searchd/search/weights.hpp"
#include "searchd/search/written_words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace palermo {
namespace {

/// As Xapian's BM25Weight has it, without its k2 and k3.
struct Bm25 {
    double most = 0;  ///< what the most frequent occurrence in the shortest text comes near
    double k1 = 0;
    double b = 0;
    double min_normlen = 0;
    double average_length = 1;

    [[nodiscard]] double weight(double count, double length) const {
        const auto relative_length = std::max(length / average_length, min_normlen);
        return most * count / (count + k1 * (b * relative_length + 1 - b));
    }
};

Bm25 bm25(const WorkerView& view, std::uint64_t documents) {
    const auto& ranking = view.snapshot().manifest().ranking;
    const auto all = static_cast<double>(view.database().get_doccount());
    const auto with = std::min(static_cast<double>(documents), all);
    auto rarity = (all - with + 0.5) / (with + 0.5);
    // So that words of more than every other document weigh something too.
    if (rarity < 2) rarity = rarity / 2 + 1;
    return {.most = std::log(rarity) * (ranking.k1 + 1),
            .k1 = ranking.k1,
            .b = ranking.b,
            .min_normlen = ranking.min_normlen,
            .average_length = std::max(view.database().get_avlength(), 1.0)};
}

class TypedWeight : public WeighingSource {
public:
    TypedWeight(const Snapshot& snapshot, std::string written, const Bm25& formula)
        : WeighingSource(snapshot), written_(std::move(written)), formula_(formula) {}

    PostingSource* clone() const override { return new TypedWeight(snapshot(), written_, formula_); }
    std::string get_description() const override { return "TypedWeight"; }

private:
    void enter(std::size_t segment) override {
        set_ = snapshot().forward(segment).find(written_);
        set_maxweight(formula_.most * weights::as_typed);
    }

    double weigh(std::size_t segment, Xapian::docid docid) const override {
        if (set_.words.empty()) return 0;
        const auto count = snapshot().forward(segment).count(docid, set_, std::numeric_limits<std::size_t>::max());
        return count == 0 ? 0 : weights::as_typed * formula_.weight(static_cast<double>(count), database().get_doclength(docid));
    }

    std::string written_;
    Bm25 formula_;
    WordSet set_;
};

}  // namespace

Xapian::Query typed_weight(const WorkerView& view, const std::string& written) {
    const auto documents = documents_with(view.snapshot(), written);
    if (documents == 0) return {};
    auto* source = new TypedWeight(view.snapshot(), written, bm25(view, documents));
    return Xapian::Query(source->release());
}

}  // namespace palermo
