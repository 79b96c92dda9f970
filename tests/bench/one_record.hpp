// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/load_setting.hpp"

namespace palermo::bench {

/// Seconds by the clock, the median of some, from the start of palermo-indexer to its end: the new generation is live and durable then.
struct OneRecordTimes {
    double changed = 0;  ///< load of one record that has changed
    double added = 0;    ///< load of one new record
    double checked = 0;  ///< palermo-indexer check of one new record: what reading, validation and the checks take, and the program's start
    std::string missing;  ///< why there are none; empty: there are
};

/// Loads single records into a large index, which is changed by it.
[[nodiscard]] OneRecordTimes measure_one_record(const LoadSetting& setting, const PreparedCorpus& corpus,
                                                const std::filesystem::path& index);

}  // namespace palermo::bench
