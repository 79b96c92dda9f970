// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::query::test {

/// Queries of every kind from a seed: the grammar's, the same with slips of the pen, its pieces in any order, and bytes.
class QueryGenerator {
public:
    explicit QueryGenerator(unsigned seed) : random_(seed) {}

    [[nodiscard]] std::string next();

private:
    std::string expression(int depth);
    std::string operand(int depth);
    std::string field(int depth);
    std::string with_slips(std::string text);
    std::string pieces();
    std::string bytes();

    std::size_t below(std::size_t limit) { return random_() % limit; }
    bool one_in(std::size_t chances) { return below(chances) == 0; }
    std::string_view any_of(const std::vector<std::string_view>& all) { return all[below(all.size())]; }

    std::mt19937 random_;
};

/// How many queries a test asks for: `usual`, or what the environment variable PALERMO_QUERIES says.
[[nodiscard]] std::size_t queries_to_try(std::size_t usual);

}  // namespace palermo::query::test
