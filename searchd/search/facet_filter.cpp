// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/search/facet_filter.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace palermo {
namespace {

class SegmentValues {
public:
    SegmentValues(const Snapshot& snapshot, std::size_t segment, Facet facet)
        : snapshot_(snapshot), segment_(segment), facet_(facet), dimension_(snapshot.dimension(segment, dimension_of(facet))) {}

    void add(const std::string& value, RowBitmap& rows) const {
        // No term of the index holds such a character.
        const auto key = std::string(name_of(facet_)) + '\n' + value;
        auto& cache = snapshot_.cache(segment_);
        auto kept = cache.find(key);
        if (kept == nullptr) {
            auto found = find(value);
            if (!found) return;
            kept = std::make_shared<const RowSet>(std::move(*found));
            cache.keep(key, kept);
        }
        kept->add_to(rows);
    }

private:
    [[nodiscard]] std::optional<RowBitmap> find(const std::string& value) const {
        const auto& columns = snapshot_.columns(segment_);
        const auto ordinal = snapshot_.values(dimension_of(facet_)).find(value);
        if (!ordinal && value != not_recorded) return std::nullopt;
        return columns.rows_with(dimension_.column(), dimension_.sets_with(ordinal));
    }

    const Snapshot& snapshot_;
    std::size_t segment_;
    Facet facet_;
    const SegmentDimension& dimension_;
};

}  // namespace

RowBitmap passing_rows(const Snapshot& snapshot, std::size_t segment, Facet facet, const FacetSelection& selection) {
    const SegmentValues values(snapshot, segment, facet);
    RowBitmap passing = snapshot.live(segment);
    const auto any_of = [&](const std::vector<std::string>& chosen) {
        RowBitmap rows(passing.rows());
        for (const auto& value : chosen) values.add(value, rows);
        return rows;
    };
    if (!selection.included.empty()) passing &= any_of(selection.included);
    if (!selection.excluded.empty()) passing -= any_of(selection.excluded);
    return passing;
}

}  // namespace palermo
