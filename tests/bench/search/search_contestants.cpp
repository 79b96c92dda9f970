// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/search/search_contestants.hpp"

#include "tests/bench/load_contestants.hpp"
#include "tests/bench/process.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>

namespace palermo::bench {
namespace {

namespace fs = std::filesystem;

const std::vector<Mode> full{Mode::hits, Mode::facets, Mode::passages};

std::string not_built(const std::string& program, const char* package) {
    return fs::exists(program) ? std::string() : std::string("this was built without it (") + package + ")";
}

SearchContestant palermo(const SearchSetting& setting, const PreparedCorpus& corpus, const fs::path& index) {
    const auto indexer = setting.files.program("palermo-indexer");
    return {.key = "palermo",
            .does = "Palermo",
            .modes = {Mode::hits, Mode::facets, Mode::pivots, Mode::passages},
            .index = index,
            .make_command = {indexer, "load", "--quiet", "--index", index.string(), corpus.folder.string()},
            .made_from = {indexer},
            .ask_command = {},
            .warm_seconds = setting.warm_seconds};
}

SearchContestant of_xapian(const SearchSetting& setting, const PreparedCorpus& corpus, const fs::path& index) {
    const auto program = setting.files.program("palermo_bench_plain_xapian");
    // The threshold by which building is fastest: what is compared here is asking.
    return {.key = {},
            .does = {},
            .modes = {},
            .index = index,
            .make_command = {"env", "XAPIAN_FLUSH_THRESHOLD=1000", program, corpus.flat_file.string(), index.string(), "facets"},
            .made_from = {program},
            .ask_command = {},
            .warm_seconds = setting.warm_seconds};
}

SearchContestant lucene(const SearchSetting& setting, const PreparedCorpus& corpus, const fs::path& index, const fs::path& questions) {
    const std::vector<std::string> java{"java", "-Xmx3g", "-cp", lucene_class_path(setting.files)};
    SearchContestant made{.key = "lucene",
                          .does = "Lucene 8",
                          .modes = full,
                          .index = index,
                          .make_command = java,
                          .made_from = {setting.files.sources / "tests/bench/lucene/LoadCases.java"},
                          .ask_command = java,
                          .warm_seconds = setting.java_warm_seconds,
                          .missing = prepare_lucene(setting.files)};
    for (const auto& word : {std::string("LoadCases"), corpus.flat_file.string(), index.string(), std::string("2"), std::string("search")})
        made.make_command.push_back(word);
    for (const auto& word : {std::string("SearchCases"), index.string(), questions.string()}) made.ask_command.push_back(word);
    return made;
}

SearchContestant sqlite(const SearchSetting& setting, const PreparedCorpus& corpus, const fs::path& index) {
    const auto program = setting.files.program("palermo_bench_fill_sqlite");
    return {.key = "sqlite",
            .does = "SQLite FTS5",
            .modes = full,
            .index = index,
            .make_command = {program, corpus.flat_file.string(), index.string()},
            .made_from = {program},
            .ask_command = {},
            .warm_seconds = setting.warm_seconds,
            .missing = not_built(program, "libsqlite3-dev")};
}

SearchContestant postgresql(const SearchSetting& setting, const PreparedCorpus& corpus, const std::string& connection) {
    const auto program = setting.files.program("palermo_bench_fill_postgresql");
    auto missing = not_built(program, "libpq-dev");
    if (connection.empty())
        missing = setting.is_quick ? "it is left out of the smallest size" : "no server of it can be started (postgresql)";
    return {.key = "postgresql",
            .does = "PostgreSQL 15",
            .modes = full,
            .index = connection,
            .make_command = {program, corpus.flat_file.string(), connection},
            .made_from = {},
            .ask_command = {},
            .warm_seconds = setting.warm_seconds,
            .missing = missing};
}

fs::path stamp_of(const fs::path& index) { return index.string() + ".made"; }

bool is_kept(const PreparedCorpus& corpus, const SearchContestant& contestant) {
    const auto stamp = stamp_of(contestant.index);
    if (contestant.made_from.empty() || !fs::exists(stamp) || !fs::exists(contestant.index)) return false;
    const auto made = fs::last_write_time(stamp);
    const auto is_older = [&](const fs::path& source) { return made < fs::last_write_time(source); };
    return !is_older(corpus.flat_file) && std::ranges::none_of(contestant.made_from, is_older);
}

}  // namespace

std::vector<SearchContestant> search_contestants(const SearchSetting& setting, const PreparedCorpus& corpus, const fs::path& questions,
                                                 const std::string& postgresql_connection) {
    const auto index = [&](const char* key) { return fs::path(corpus.folder.string() + "-search-" + key); };
    std::vector<SearchContestant> all{palermo(setting, corpus, index("palermo"))};
    struct Way {
        const char* key;
        const char* does;
        std::vector<Mode> modes;
    };
    for (const auto& way : {Way{"xapian", "raw Xapian, ten best only", {Mode::hits}},
                            Way{"xapian_spy", "Xapian, ValueCountMatchSpy", {Mode::facets, Mode::passages}},
                            Way{"omega", "Omega's CGI (no counts)", {Mode::hits, Mode::passages}}}) {
        auto& made = all.emplace_back(of_xapian(setting, corpus, index("xapian")));
        made.key = way.key;
        made.does = way.does;
        made.modes = way.modes;
    }
    if (!fs::exists("/usr/lib/cgi-bin/omega/omega")) all.back().missing = "it is not installed (xapian-omega)";
    if (setting.is_quick) all.back().missing = "it is left out of the smallest size";
    all.push_back(lucene(setting, corpus, index("lucene"), questions));
    all.push_back(sqlite(setting, corpus, index("sqlite")));
    all.push_back(postgresql(setting, corpus, postgresql_connection));
    for (auto& one : all) {
        if (one.ask_command.empty())
            one.ask_command = {setting.files.program("palermo_bench_answer"), one.key, one.index.string(), questions.string()};
    }
    return all;
}

void make_index(const SearchSetting& setting, const PreparedCorpus& corpus, SearchContestant& contestant) {
    if (!contestant.missing.empty() || is_kept(corpus, contestant)) return;
    std::cerr << "  " << name_of(corpus.kind) << ": making the index of " << contestant.does << '\n';
    if (!contestant.made_from.empty()) fs::remove_all(contestant.index);
    const auto log = setting.files.log(std::string(name_of(corpus.kind)) + "-search-" + contestant.key);
    const auto run = run_process(contestant.make_command, log);
    if (run.exit_code != 0)
        contestant.missing = "its index cannot be made: " + tail(log);
    else if (tail(log).find(std::to_string(corpus.count)) == std::string::npos)
        contestant.missing = "its index has not " + std::to_string(corpus.count) + " records: " + tail(log);
    else if (!contestant.made_from.empty())
        std::ofstream(stamp_of(contestant.index)) << "made of " << corpus.flat_file.string() << '\n';
}

}  // namespace palermo::bench
