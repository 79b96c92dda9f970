// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/case_generator.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palermo::bench {

/// What one run of the benchmark of loading is asked for, and where its files are.
struct LoadSetting {
    std::size_t short_records = 0;
    std::size_t judgments = 0;
    std::filesystem::path programs;         ///< the folder of palermo-indexer and our small programs
    std::filesystem::path sources;          ///< the folder of the repository
    std::filesystem::path work;             ///< build/bench
    std::vector<std::string> load_options;  ///< more options of palermo-indexer load

    [[nodiscard]] std::string program(std::string_view name) const { return (programs / name).string(); }
    [[nodiscard]] std::filesystem::path log(std::string_view name) const { return work / "logs" / (std::string(name) + ".log"); }
};

/// small (5,000 and 100), full (200,000 and 3,000), or SHORT,JUDGMENTS in numbers.
[[nodiscard]] std::optional<LoadSetting> load_setting_of(const std::string& size);

/// A corpus that is ready: the records for us, the same flat for the peers.
struct PreparedCorpus {
    CaseKind kind = CaseKind::short_record;
    std::size_t count = 0;
    std::uint64_t bytes = 0;  ///< of the XML
    std::filesystem::path folder;
    std::filesystem::path flat_file;
};

inline constexpr std::uint64_t corpus_seed = 1;

/// Makes it, or takes that of an earlier run; then reads it all once, so that every contestant finds it in memory. Throws when it cannot.
[[nodiscard]] PreparedCorpus prepare_corpus(const LoadSetting& setting, CaseKind kind, std::size_t count);

}  // namespace palermo::bench
