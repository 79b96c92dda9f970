// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/search/engine.hpp"
#include "tests/bench/search/search_setting.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::bench {

/// One that answers questions.
struct SearchContestant {
    std::string key;
    std::string does;
    std::vector<Mode> modes;
    std::filesystem::path index;                   ///< what it is asked on; shared by some
    std::vector<std::string> make_command;         ///< makes it
    std::vector<std::filesystem::path> made_from;  ///< an index older than these is made again
    std::vector<std::string> ask_command;
    double warm_seconds = 0;
    std::string missing{};  ///< why it cannot run; empty: it can

    [[nodiscard]] bool can(Mode mode) const { return std::ranges::find(modes, mode) != modes.end(); }
};

/// The first is ours. A PostgreSQL that runs is named by `postgresql`, a connection string; empty: it does not.
[[nodiscard]] std::vector<SearchContestant> search_contestants(const SearchSetting& setting, const PreparedCorpus& corpus,
                                                               const std::filesystem::path& questions, const std::string& postgresql);

/// Makes its index, or keeps that of an earlier run; says in `missing` when it cannot.
void make_index(const SearchSetting& setting, const PreparedCorpus& corpus, SearchContestant& contestant);

}  // namespace palermo::bench
