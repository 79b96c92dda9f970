// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/one_record.hpp"

#include "tests/bench/case_corpus.hpp"
#include "tests/bench/process.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <optional>

namespace palermo::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t times = 5;

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

std::string with_other_title(std::string xml) {
    const auto end = xml.find("</title>");
    return xml.insert(end, " and Others");
}

/// Single records in files of their own.
class SingleRecords {
public:
    SingleRecords(const LoadSetting& setting, const PreparedCorpus& corpus)
        : folder_(setting.work / "single"),
          count_(corpus.count),
          world_(setting.sources / "corpus/cases", setting.sources / "schemas"),
          generator_(world_, corpus.kind, corpus_seed) {
        fs::create_directories(folder_);
    }

    fs::path changed(std::size_t i) const {
        const auto number = count_ * (i + 1) / (times + 1);
        return write(number, with_other_title(generator_.xml(number)));
    }
    fs::path added(std::size_t i) const { return write(count_ + i, generator_.xml(count_ + i)); }

private:
    fs::path write(std::size_t number, const std::string& xml) const {
        auto file = folder_ / (generator_.id(number) + ".xml");
        std::ofstream(file, std::ios::binary) << xml;
        return file;
    }

    fs::path folder_;
    std::size_t count_;
    CaseWorld world_;
    CaseGenerator generator_;
};

}  // namespace

OneRecordTimes measure_one_record(const LoadSetting& setting, const PreparedCorpus& corpus, const fs::path& index) {
    const SingleRecords records(setting, corpus);
    OneRecordTimes result;
    const auto indexer = setting.program("palermo-indexer");
    const auto time = [&](std::vector<std::string> command, std::vector<double>& seconds) {
        sync();
        const auto run = run_process(command, setting.log("one-record"));
        if (run.exit_code != 0) result.missing = "palermo-indexer failed: " + tail(setting.log("one-record"));
        seconds.push_back(run.wall_seconds);
    };
    std::vector<double> changed;
    std::vector<double> added;
    std::vector<double> checked;
    for (std::size_t i = 0; i < times; ++i) {
        time({indexer, "check", records.added(i).string()}, checked);
        time({indexer, "load", "--quiet", "--index", index.string(), records.added(i).string()}, added);
        time({indexer, "load", "--quiet", "--index", index.string(), records.changed(i).string()}, changed);
    }
    result.changed = median(changed);
    result.added = median(added);
    result.checked = median(checked);
    return result;
}

}  // namespace palermo::bench
