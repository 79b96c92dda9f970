// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load_contestants.hpp"

#include <unistd.h>

#include <cstdint>

namespace palermo::bench {
namespace {

namespace fs = std::filesystem;

const fs::path jars = "/usr/share/java";

/// The jars of Lucene that the small programs need, for java's -cp; empty when one is not there.
std::string class_path(const fs::path& classes) {
    auto path = classes.string();
    for (const std::string_view wanted : {"lucene-core-8.", "lucene-analyzers-common-8.", "lucene-facet-8.", "lucene-highlighter-8.",
                                          "lucene-memory-8.", "lucene-queries-8."}) {
        std::string found;
        std::error_code none;
        for (const auto& entry : fs::directory_iterator(jars, none)) {
            if (entry.path().filename().string().starts_with(wanted)) found = entry.path().string();
        }
        if (found.empty()) return {};
        path += ':' + found;
    }
    return path;
}

fs::path classes_of(const LoadSetting& setting) { return setting.work / "classes"; }

std::vector<std::string> ours(const LoadSetting& setting, const PreparedCorpus& corpus, const fs::path& index) {
    std::vector<std::string> command{setting.program("palermo-indexer"), "load", "--quiet", "--index", index.string()};
    command.insert(command.end(), setting.load_options.begin(), setting.load_options.end());
    command.push_back(corpus.folder.string());
    return command;
}

std::vector<std::string> lucene(const LoadSetting& setting, const PreparedCorpus& corpus, const fs::path& index, const char* threads) {
    return {"java", "-cp", class_path(classes_of(setting)), "LoadCases", corpus.flat_file.string(), index.string(), threads};
}

std::uint64_t size_on_disk(const fs::path& folder) {
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) bytes += entry.file_size();
    }
    return bytes;
}

}  // namespace

std::string prepare_lucene(const LoadSetting& setting) {
    if (class_path({}).empty()) return "Lucene 8 is not installed (liblucene8-java)";
    if (!is_installed("javac") || !is_installed("java")) return "there is no Java compiler (default-jdk-headless)";
    const auto classes = classes_of(setting);
    const auto sources = setting.sources / "tests/bench/lucene";
    const auto compiled = run_process({"javac", "-d", classes.string(), "-cp", class_path(classes), (sources / "LoadCases.java").string(),
                                       (sources / "SearchCases.java").string()},
                                      setting.log("javac"));
    return compiled.exit_code == 0 ? std::string() : "its programs cannot be compiled: " + tail(setting.log("javac"));
}

std::string lucene_class_path(const LoadSetting& setting) { return class_path(classes_of(setting)); }

std::vector<LoadContestant> load_contestants(const LoadSetting& setting, const PreparedCorpus& corpus) {
    const auto flat = corpus.flat_file.string();
    const auto script = (setting.sources / "tests/bench/omega.script").string();
    const std::string no_omega = is_installed("scriptindex") ? "" : "scriptindex is not installed (xapian-omega)";
    const auto no_lucene = prepare_lucene(setting);
    const auto index = [&](const char* key) { return setting.work / (std::string(name_of(corpus.kind)) + "-index-" + key); };
    const auto palermo = index("palermo");
    const auto plain = index("plain_xapian");
    const auto omega = index("scriptindex");
    const auto lucene_2 = index("lucene_2");
    const auto lucene_1 = index("lucene_1");
    return {
        {"palermo", "palermo-indexer load", palermo, ours(setting, corpus, palermo), ""},
        {"plain_xapian", "plain Xapian writer, 1 thread", plain, {setting.program("palermo_bench_plain_xapian"), flat, plain.string()}, ""},
        {"scriptindex",
         "Omega's scriptindex",
         omega,
         {"scriptindex", "--overwrite", "--stemmer=english", omega.string(), script, flat},
         no_omega},
        {"lucene_2", "Lucene 8, 2 threads", lucene_2, lucene(setting, corpus, lucene_2, "2"), no_lucene},
        {"lucene_1", "Lucene 8, 1 thread", lucene_1, lucene(setting, corpus, lucene_1, "1"), no_lucene}};
}

LoadResult run_contestant(const LoadSetting& setting, const PreparedCorpus& corpus, const LoadContestant& contestant) {
    LoadResult result;
    result.key = contestant.key;
    result.does = contestant.does;
    result.missing = contestant.missing;
    if (!result.missing.empty()) return result;
    fs::remove_all(contestant.index);
    // What the one before left to be written is not to be waited for by this one.
    sync();
    const auto log = setting.log(std::string(name_of(corpus.kind)) + '-' + std::string(contestant.key));
    result.run = run_process(contestant.command, log);
    if (result.run.exit_code != 0) {
        result.missing = "it failed with exit code " + std::to_string(result.run.exit_code) + ": " + tail(log);
        return result;
    }
    // Each says how many records it has loaded.
    if (tail(log).find(std::to_string(corpus.count)) == std::string::npos) {
        result.missing = "it did not load " + std::to_string(corpus.count) + " records: " + tail(log);
        return result;
    }
    const auto text_mb = static_cast<double>(corpus.bytes) / 1e6;
    result.mb_per_second = text_mb / result.run.wall_seconds;
    result.mb_per_cpu_second = text_mb / result.run.cpu_seconds;
    result.index_mb = static_cast<double>(size_on_disk(contestant.index)) / 1e6;
    result.index_to_text = result.index_mb / text_mb;
    return result;
}

}  // namespace palermo::bench
