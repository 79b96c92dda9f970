// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchd/search/search_request.hpp"
#include "tests/support/test_record.hpp"

#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace palermo::test {

/// A query, and which records match it by the words of its own definition.
struct Question {
    std::string text;
    std::function<bool(const TestRecord&)> matches;
};

/// Records, queries and filters by chance, the same for the same seed: few words and few values, so that everything meets everything.
class RandomCases {
public:
    explicit RandomCases(std::uint64_t seed) : engine_(seed) {}

    [[nodiscard]] TestRecord record(const std::string& id);
    [[nodiscard]] std::vector<TestRecord> records(std::size_t first, std::size_t count);

    /// Words, AND, OR, NOT, phrases, nearness, ranges and filters, so many deep.
    [[nodiscard]] Question question(unsigned depth);
    /// A question, or none: then every record matches.
    [[nodiscard]] Question any_question();
    /// Facets chosen and left out, dates, and everything that can be counted.
    [[nodiscard]] SearchRequest request(const Question& question);

private:
    [[nodiscard]] std::size_t below(std::size_t limit) { return engine_() % limit; }
    [[nodiscard]] bool chance(unsigned percent) { return below(100) < percent; }
    template <class Values>
    [[nodiscard]] std::string one_of(const Values& values) {
        return std::string(values[below(values.size())]);
    }
    template <class Values>
    [[nodiscard]] std::vector<std::string> some_of(const Values& values, std::size_t most);

    [[nodiscard]] std::string date();
    [[nodiscard]] Question leaf();
    [[nodiscard]] Question filter();
    [[nodiscard]] Question joined(unsigned depth);
    [[nodiscard]] FacetSelection selection(Facet facet);
    [[nodiscard]] Pivot pivot();

    std::mt19937_64 engine_;
};

}  // namespace palermo::test
