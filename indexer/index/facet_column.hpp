// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/facet.hpp"
#include "corpus/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace palermo {

/// The facet columns of one segment: for each facet its values, and for each docid the ordinals of its values, in one mapped file.
/// Hierarchical facets hold a concept and all above it, so that a count of distinct cases is a plain count. A row without values is "not
/// recorded". Ordinals are the segment's own; a Snapshot maps them to those of the whole collection. Reading twin of
/// load/facet_column_writer, which documents the bytes. Immutable; safe to read from many threads.
class FacetColumns {
public:
    [[nodiscard]] static Result<FacetColumns> open(const std::filesystem::path& file);

    FacetColumns(FacetColumns&&) noexcept;
    FacetColumns& operator=(FacetColumns&&) noexcept;
    ~FacetColumns();

    [[nodiscard]] std::uint32_t first_docid() const;
    [[nodiscard]] std::uint32_t last_docid() const;  ///< inclusive
    [[nodiscard]] const std::vector<std::string>& values(Facet facet) const;
    /// Ordinals of `docid`'s values; docid must lie in the segment's range.
    [[nodiscard]] std::span<const std::uint16_t> ordinals(Facet facet, std::uint32_t docid) const;

private:
    struct Mapping;
    explicit FacetColumns(std::unique_ptr<Mapping> mapping);
    std::unique_ptr<Mapping> mapping_;
};

}  // namespace palermo
