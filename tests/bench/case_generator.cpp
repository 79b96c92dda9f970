// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/case_generator.hpp"

#include "corpus/facet_label.hpp"
#include "corpus/vocabulary_reader.hpp"
#include "tests/bench/case_writer.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <utility>

namespace palermo::bench {
namespace {

constexpr std::size_t vocabulary = 120'000;
constexpr double rare_words = 4'000;
constexpr std::size_t town_count = 900;
/// Only decides which concepts, countries and towns are the frequent ones.
constexpr std::uint64_t order_seed = 7;

Vocabularies read(const std::filesystem::path& schemas) {
    auto vocabularies = read_vocabularies(schemas);
    if (!vocabularies) throw std::runtime_error(vocabularies.error().message);
    return std::move(*vocabularies);
}

std::vector<std::string> shuffled(std::vector<std::string> values) {
    Random random(order_seed);
    for (auto left = values.size(); left > 1; --left) std::swap(values[left - 1], values[random.below(left)]);
    return values;
}

std::vector<std::string> ids_of(const Vocabulary& vocabulary_of_concepts) {
    std::vector<std::string> ids;
    for (const auto& one : vocabulary_of_concepts.concepts()) ids.push_back(one.id);
    return shuffled(std::move(ids));
}

std::vector<std::string> make_towns(const Lexicon& lexicon) {
    Random random(order_seed);
    std::vector<std::string> towns;
    while (towns.size() < town_count) towns.push_back(lexicon.name(random));
    return towns;
}

}  // namespace

std::string_view name_of(CaseKind kind) { return kind == CaseKind::short_record ? "short" : "judgments"; }

std::optional<CaseKind> case_kind_named(std::string_view name) {
    for (const auto kind : {CaseKind::short_record, CaseKind::judgment}) {
        if (name == name_of(kind)) return kind;
    }
    return std::nullopt;
}

SkewedCodes::SkewedCodes(std::vector<std::string> codes, double shift) : codes_(std::move(codes)), ranks_(codes_.size(), shift) {}

std::vector<std::string> SkewedCodes::pick_distinct(Random& random, std::size_t count) const {
    std::vector<std::string> picked;
    for (; count > 0; --count) {
        const auto& code = pick(random);
        if (std::ranges::find(picked, code) == picked.end()) picked.push_back(code);
    }
    return picked;
}

CaseWorld::CaseWorld(const std::filesystem::path& cases, const std::filesystem::path& schemas)
    : lexicon(cases, vocabulary, rare_words),
      concepts(ids_of(read(schemas).legal_concepts), 3),
      issues(ids_of(read(schemas).evidential_issues), 3),
      outcomes(facet_codes(Facet::outcome)),
      crime_types(facet_codes(Facet::crime_type), 0),
      jurisdictions(shuffled(facet_codes(Facet::jurisdiction)), 2),
      towns(make_towns(lexicon), 5) {}

std::string CaseGenerator::id(std::size_t number) const {
    std::string digits(7, '\0');
    std::snprintf(digits.data(), digits.size() + 1, "%07zu", number % 10'000'000);
    return (kind_ == CaseKind::short_record ? "s-" : "j-") + digits;
}

std::string CaseGenerator::xml(std::size_t number) const { return CaseWriter(world_, kind_, seed_of(seed_, number)).write(id(number)); }

}  // namespace palermo::bench
