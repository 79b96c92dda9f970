// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/question.hpp"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace palermo::bench {

inline constexpr std::size_t most_questions = 600;
inline constexpr std::uint64_t question_seed = 5;

/// Draws questions from a file of flat records: the same file and seed give the same ones. Every kind has its share, and the kinds come in
/// turn, so that who answers only the first hundred has met all of them.
/// Throws when the file is none.
[[nodiscard]] std::vector<Question> make_questions(const std::filesystem::path& flat_file, std::size_t count, std::uint64_t seed);

}  // namespace palermo::bench
