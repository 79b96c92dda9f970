// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace palermo {

/// What decides how text becomes terms. Stored in the manifest and read back by the daemon, so that index and query cannot drift.
struct AnalyzerSettings {
    int version = 1;                             ///< of the analyzer's rules; raised whenever the same text would give other terms
    std::string icu_version;                     ///< of the Unicode data the boundaries came from, e.g. "72.1"
    std::vector<std::string> stemmed_languages;  ///< two-letter codes, sorted

    friend bool operator==(const AnalyzerSettings&, const AnalyzerSettings&) = default;
};

}  // namespace palermo
