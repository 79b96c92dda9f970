// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/chunk.hpp"

#include "indexer/index/checksum.hpp"
#include "indexer/load/output_file.hpp"
#include "indexer/load/segment_builder.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

namespace palermo {
namespace {

namespace fs = std::filesystem;

/// A name that only the same records, docids and rules give.
std::string name_of(const Chunk& chunk, const std::string& rules) {
    auto all = rules + ' ' + std::to_string(chunk.first_docid) + (chunk.closes_segment ? " last" : "");
    for (const auto& record : chunk.records) all += ' ' + record.checksum;
    return checksum_of(all).substr(std::string_view("xxh3:").size());
}

/// One line a file: its checksum and its name. Written last, it says that the chunk is whole.
constexpr auto list_name = "checksums";

Result<std::string> list_files(const fs::path& chunk) {
    std::vector<std::string> lines;
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(chunk, error)) {
        if (!entry.is_regular_file() || entry.path().filename() == list_name) continue;
        const auto checksum = checksum_of_file(entry.path());
        if (!checksum) return checksum.error();
        lines.push_back(*checksum + ' ' + entry.path().lexically_relative(chunk).generic_string() + '\n');
    }
    std::ranges::sort(lines);
    std::string list;
    for (const auto& line : lines) list += line;
    return list;
}

bool is_whole(const fs::path& chunk) {
    std::ifstream stream(chunk / list_name, std::ios::binary);
    if (!stream) return false;
    const std::string written(std::istreambuf_iterator<char>(stream), {});
    const auto now = list_files(chunk);
    return now && *now == written;
}

Result<void> build(const fs::path& path, const Chunk& chunk, Workbench& bench) {
    auto builder = SegmentBuilder::begin(path, chunk.first_docid);
    if (!builder) return builder.error();
    for (const auto& record : chunk.records) {
        if (auto added = builder->add(record, bench.intake.vocabularies(), bench.analyzer); !added) return added;
    }
    if (chunk.closes_segment) {
        if (auto added = builder->add_empty(); !added) return added;
    }
    if (auto finished = builder->finish(); !finished) return finished;
    const auto list = list_files(path);
    if (!list) return list.error();
    return write_file(path / list_name, *list);
}

}  // namespace

Result<MergeInput> build_chunk(const IndexDirectory& directory, const Chunk& chunk, const std::string& rules, Workbench& bench) {
    const auto path = directory.loading() / name_of(chunk, rules);
    if (!is_whole(path)) {
        if (auto built = build(path, chunk, bench); !built) return built.error();
    }
    return MergeInput{.directory = path, .first_docid = chunk.first_docid, .last_docid = chunk.end_docid() - 1, .erased = {}};
}

}  // namespace palermo
