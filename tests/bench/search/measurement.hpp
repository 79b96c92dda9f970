// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/search_results.hpp"

#include <filesystem>
#include <vector>

namespace palermo::bench {

/// Asks every contestant all questions in every mode: pass by pass in turn, so that a slow minute of the machine meets all of them.
[[nodiscard]] SearchResults measure_answers(const SearchSetting& setting, const PreparedCorpus& corpus,
                                            const std::filesystem::path& question_file, std::vector<SearchContestant> contestants);

}  // namespace palermo::bench
