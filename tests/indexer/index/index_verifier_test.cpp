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
    CHECK(verify_index(IndexDirectory(index.path())).empty());
    CHECK(verify_index(IndexDirectory(index.path() / "none")).size() == 1);
}

TEST_CASE("one changed byte in any file is found, and the file named", "[index][verify]") {
    const TempIndex index{{.id = "a", .facts = {"x"}}};
    const auto files = files_of(index);
    REQUIRE(files.size() >= 7);
    for (const auto& file : files) {
        flip_byte(file);
        const auto findings = verify_index(IndexDirectory(index.path()));
        INFO(file);
        REQUIRE_FALSE(findings.empty());
        CHECK(findings.front().place.file == file.string());
        flip_byte(file);
    }
    CHECK(verify_index(IndexDirectory(index.path())).empty());
    std::filesystem::remove(files.front());
    CHECK(verify_index(IndexDirectory(index.path())).front().message.find("missing") != std::string::npos);
}

}  // namespace palermo::test
