// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/index_verifier.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_index.hpp"

#include <fstream>

namespace palermo::test {
namespace {

void flip_byte(const std::filesystem::path& file) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(20);
    const auto byte = static_cast<char>(stream.get() ^ 0x41);
    stream.seekp(20);
    stream.put(byte);
}

std::vector<std::filesystem::path> files_of(const TempIndex& index) {
    std::vector<std::filesystem::path> files;
    for (const auto* folder : {"segments", "vocabularies"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(index.path() / folder)) {
            if (entry.is_regular_file() && entry.file_size() > 30) files.push_back(entry.path());
        }
    }
    return files;
}

}  // namespace

TEST_CASE("a whole index has no findings, and none has one", "[index][verify]") {
    const TempIndex index{{.id = "a", .facts = {"x"}}, {.id = "b"}};
    const auto report = verify_index(IndexDirectory(index.path()));
    CHECK(report.findings.empty());
    CHECK(report.generations == 1);
    CHECK(report.segments == 1);
    CHECK(report.records == 2);
    CHECK(verify_index(IndexDirectory(index.path() / "none")).findings.size() == 1);
}

TEST_CASE("one changed byte in any file is found, and the file named", "[index][verify]") {
    const TempIndex index{{.id = "a", .facts = {"x"}}};
    const auto files = files_of(index);
    REQUIRE(files.size() >= 7);
    for (const bool checksums_only : {false, true}) {
        for (const auto& file : files) {
            flip_byte(file);
            const auto findings =
                verify_index(IndexDirectory(index.path()), {.all_generations = false, .checksums_only = checksums_only}).findings;
            INFO(file);
            REQUIRE(findings.size() == 1);
            CHECK(findings.front().place.file == file.string());
            flip_byte(file);
        }
    }
    CHECK(verify_index(IndexDirectory(index.path())).findings.empty());
    std::filesystem::remove(files.front());
    CHECK(verify_index(IndexDirectory(index.path())).findings.front().message.find("missing") != std::string::npos);
}

TEST_CASE("what several generations share is read once, and each generation is looked at", "[index][verify]") {
    TempIndex index{{.id = "a", .facts = {"x"}}, {.id = "b", .facts = {"y"}}};
    index.load({{.id = "a", .facts = {"z"}}});
    const IndexDirectory directory(index.path());
    const auto live = verify_index(directory);
    CHECK(live.findings.empty());
    CHECK(live.generations == 1);
    const auto all = verify_index(directory, {.all_generations = true});
    CHECK(all.findings.empty());
    CHECK(all.generations == 2);
    CHECK(all.segments <= live.segments + 1);
}

}  // namespace palermo::test
