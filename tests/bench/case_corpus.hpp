// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/case_generator.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace palermo::bench {

/// A folder of invented cases: 1,000 in each folder below it, 0000/s-0000000.xml and so on.
struct CaseCorpus {
    CaseKind kind = CaseKind::short_record;
    std::size_t count = 0;
    std::uint64_t seed = 0;
    std::uint64_t bytes = 0;  ///< of all records; set by write_corpus
};

[[nodiscard]] std::filesystem::path case_file(const CaseGenerator& generator, const std::filesystem::path& folder, std::size_t number);

/// Writes the corpus on all cores and gives it with its bytes; one that is there already from the same generator is kept, another is
/// replaced. Throws when the folder holds anything else, and
/// when the disk fails.
[[nodiscard]] CaseCorpus write_corpus(const CaseWorld& world, CaseCorpus corpus, const std::filesystem::path& folder);

}  // namespace palermo::bench
