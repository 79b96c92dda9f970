// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/output_file.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"

#include <fstream>
#include <iterator>

namespace palermo::test {

TEST_CASE("a file holds what was appended, in pieces of any size", "[load][file]") {
    const TempDirectory directory;
    const auto path = directory.path() / "file";
    auto file = OutputFile::create(path);
    REQUIRE(file.has_value());
    std::string expected;
    for (const std::size_t size : {1UL, 0UL, 65'534UL, 1UL, 65'536UL, 7UL, 300'000UL, 65'535UL, 131'072UL, 10UL}) {
        std::string piece(size, '\0');
        for (std::size_t i = 0; i < size; ++i) piece[i] = static_cast<char>((expected.size() + i) % 251);
        expected += piece;
        file->append(piece);
    }
    REQUIRE(file->close().has_value());
    std::ifstream stream(path, std::ios::binary);
    const std::string content(std::istreambuf_iterator<char>(stream), {});
    CHECK((content == expected));  // not half a megabyte in the report
}

TEST_CASE("a file that nothing is appended to is empty, and one that cannot be written says so", "[load][file]") {
    const TempDirectory directory;
    const auto path = directory.path() / "file";
    REQUIRE(write_file(path, "").has_value());
    CHECK(std::filesystem::file_size(path) == 0);
    CHECK_FALSE(OutputFile::create(directory.path() / "none" / "file").has_value());
    auto full = OutputFile::create("/dev/full");
    REQUIRE(full.has_value());
    full->append("lost");
    full->append(std::string(100'000, 'x'));
    const auto closed = full->close();
    REQUIRE_FALSE(closed.has_value());
    CHECK(closed.error().place.file == "/dev/full");
}

}  // namespace palermo::test
