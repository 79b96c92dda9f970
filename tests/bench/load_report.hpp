// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/goals.hpp"
#include "tests/bench/load_contestants.hpp"
#include "tests/bench/one_record.hpp"

#include <boost/json/object.hpp>

#include <vector>

namespace palermo::bench {

struct CorpusResults {
    PreparedCorpus corpus;
    std::filesystem::path our_index;
    std::vector<LoadResult> results;  ///< ours first
};

void print_results(const CorpusResults& results);
void print_one_record(const OneRecordTimes& times, std::size_t records);
/// What is not the same for all, in words.
void print_what_differs();

[[nodiscard]] std::vector<Goal> load_goals(const std::vector<CorpusResults>& all, const OneRecordTimes& one_record);

[[nodiscard]] boost::json::object load_report(const LoadSetting& setting, const std::vector<CorpusResults>& all,
                                              const OneRecordTimes& one_record, const std::vector<Goal>& goals);

}  // namespace palermo::bench
