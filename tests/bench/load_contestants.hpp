// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/load_setting.hpp"
#include "tests/bench/process.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::bench {

/// One way to make an index of a corpus.
struct LoadContestant {
    std::string_view key;
    std::string_view does;
    std::filesystem::path index;  ///< the folder it makes
    std::vector<std::string> command;
    std::string missing;  ///< why it cannot run; empty: it can
};

/// The first is ours.
[[nodiscard]] std::vector<LoadContestant> load_contestants(const LoadSetting& setting, const PreparedCorpus& corpus);

/// Compiles our programs for Lucene, before any clock starts; gives why it cannot.
[[nodiscard]] std::string prepare_lucene(const LoadSetting& setting);
/// What java is told to run them.
[[nodiscard]] std::string lucene_class_path(const LoadSetting& setting);

struct LoadResult {
    std::string_view key;
    std::string_view does;
    std::string missing;  ///< why there is no result; empty: there is one
    ProcessRun run;
    double mb_per_second = 0;      ///< of XML, by the clock
    double mb_per_cpu_second = 0;  ///< of XML, by the processor's time
    double index_mb = 0;
    double index_to_text = 0;
};

/// Runs it on no index yet; what it makes stays.
[[nodiscard]] LoadResult run_contestant(const LoadSetting& setting, const PreparedCorpus& corpus, const LoadContestant& contestant);

}  // namespace palermo::bench
