// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/load_setting.hpp"

#include "tests/bench/process.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <stdexcept>

namespace palermo::bench {
namespace {

namespace fs = std::filesystem;

void must_run(const LoadSetting& setting, const std::vector<std::string>& command, std::string_view name) {
    if (run_process(command, setting.log(name)).exit_code != 0)
        throw std::runtime_error(command.front() + " failed: " + tail(setting.log(name)));
}

/// Reads every file, and gives the bytes of the records.
std::uint64_t read_all(const fs::path& folder) {
    std::uint64_t bytes = 0;
    std::array<char, 65536> buffer{};
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
            if (entry.path().extension() == ".xml") bytes += static_cast<std::uint64_t>(in.gcount());
        }
    }
    return bytes;
}

/// Whether the flat file is older than what it is made of or by.
bool has_to_be_made(const fs::path& flat_file, const std::vector<fs::path>& from) {
    if (!fs::exists(flat_file)) return true;
    const auto made = fs::last_write_time(flat_file);
    return std::ranges::any_of(from, [&](const fs::path& file) { return fs::last_write_time(file) >= made; });
}

std::optional<std::size_t> number(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value == 0) return std::nullopt;
    return value;
}

}  // namespace

std::optional<LoadSetting> load_setting_of(const std::string& size) {
    if (size == "small") return load_setting_of("5000,100");
    if (size == "full") return load_setting_of("200000,3000");
    const auto comma = size.find(',');
    if (comma == std::string::npos) return std::nullopt;
    const auto short_records = number(std::string_view(size).substr(0, comma));
    const auto judgments = number(std::string_view(size).substr(comma + 1));
    if (!short_records || !judgments) return std::nullopt;
    LoadSetting setting;
    setting.short_records = *short_records;
    setting.judgments = *judgments;
    return setting;
}

PreparedCorpus prepare_corpus(const LoadSetting& setting, CaseKind kind, std::size_t count) {
    const auto name = std::string(name_of(kind)) + '-' + std::to_string(count);
    PreparedCorpus corpus{
        .kind = kind, .count = count, .bytes = 0, .folder = setting.work / name, .flat_file = setting.work / (name + ".flat")};
    must_run(setting,
             {setting.program("palermo_make_cases"), std::string(name_of(kind)), std::to_string(count), std::to_string(corpus_seed),
              corpus.folder.string()},
             "make-cases");
    const auto flatten = setting.program("palermo_bench_flatten");
    if (has_to_be_made(corpus.flat_file, {corpus.folder / "corpus.txt", flatten}))
        must_run(setting, {flatten, corpus.folder.string(), corpus.flat_file.string()}, "flatten");
    corpus.bytes = read_all(corpus.folder);
    return corpus;
}

}  // namespace palermo::bench
