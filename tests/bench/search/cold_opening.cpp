// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/cold_opening.hpp"

#include "tests/bench/search/asked_program.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <string_view>

namespace palermo::bench {
namespace {

namespace fs = std::filesystem;

void forget_file(const fs::path& file) {
    const int opened = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) return;
    (void)posix_fadvise(opened, 0, 0, POSIX_FADV_DONTNEED);
    close(opened);
}

/// Only pages that are on the disk can be forgotten: sync() comes before.
void forget(const fs::path& index) {
    if (fs::is_regular_file(index)) return forget_file(index);
    for (const auto& entry : fs::recursive_directory_iterator(index)) {
        if (entry.is_regular_file()) forget_file(entry.path());
    }
}

}  // namespace

void measure_cold_opening(const SearchSetting& setting, SearchResults& results) {
    sync();
    for (const std::string_view key : {"palermo", "xapian", "lucene", "sqlite"}) {
        for (auto& one : results.contestants) {
            if (one.contestant.key != key || !one.contestant.missing.empty()) continue;
            forget(one.contestant.index);
            one.cold_open_seconds =
                AskedProgram(one.contestant.ask_command, setting.files.log("cold-" + one.contestant.key)).open_seconds();
        }
    }
}

}  // namespace palermo::bench
