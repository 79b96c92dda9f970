// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/vocabulary.hpp"
#include "tests/bench/lexicon.hpp"
#include "tests/bench/random.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::bench {

enum class CaseKind {
    short_record,  ///< a summary: about 2 KB of XML, 0.6 to 4 KB
    judgment,      ///< whole reasons: about 40 KB of XML, in a hundred paragraphs or so
};

/// "short" and "judgments": the names of the corpora.
[[nodiscard]] std::string_view name_of(CaseKind kind);
[[nodiscard]] std::optional<CaseKind> case_kind_named(std::string_view name);

/// Facet values by how often they are given: the frequent ones first, as Zipf's law has it.
class SkewedCodes {
public:
    explicit SkewedCodes(std::vector<std::string> codes, double shift = 0.5);

    [[nodiscard]] const std::string& pick(Random& random) const { return codes_[ranks_.pick(random)]; }
    /// Up to `count` of them, each once.
    [[nodiscard]] std::vector<std::string> pick_distinct(Random& random, std::size_t count) const;

private:
    std::vector<std::string> codes_;
    ZipfRanks ranks_;
};

/// What all generated cases share. Immutable.
struct CaseWorld {
    /// Throws when the folders cannot be read. The values of facets are those of the vocabularies and of the schema.
    CaseWorld(const std::filesystem::path& cases, const std::filesystem::path& schemas);

    Lexicon lexicon;
    SkewedCodes concepts;
    SkewedCodes issues;
    SkewedCodes outcomes;
    SkewedCodes crime_types;
    SkewedCodes jurisdictions;
    SkewedCodes towns;
};

/// Invented case records as XML, valid against schemas/case-record.xsd. A record depends on kind, seed and its number alone: a larger
/// corpus begins with the smaller one, and any number of threads may make one together.
class CaseGenerator {
public:
    CaseGenerator(const CaseWorld& world, CaseKind kind, std::uint64_t seed) : world_(world), kind_(kind), seed_(seed) {}

    [[nodiscard]] std::string id(std::size_t number) const;
    [[nodiscard]] std::string xml(std::size_t number) const;

private:
    const CaseWorld& world_;
    CaseKind kind_;
    std::uint64_t seed_;
};

}  // namespace palermo::bench
