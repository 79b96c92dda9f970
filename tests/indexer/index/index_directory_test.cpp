// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/index_directory.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"

namespace palermo::test {

TEST_CASE("a directory that is missing or empty has no generation yet", "[index]") {
    const TempDirectory directory;
    for (const auto& root : {directory.path(), directory.path() / "none"}) {
        const auto generation = IndexDirectory(root).current_generation();
        REQUIRE(generation.has_value());
        CHECK_FALSE(generation->has_value());
    }
}

TEST_CASE("a pointer that points nowhere is told", "[index]") {
    const TempDirectory directory;
    const IndexDirectory index(directory.path());
    for (const std::string content : {"", "seven", "-1", "7 8", "99999999999999999999999"}) {
        INFO(content);
        directory.write("current", content);
        REQUIRE(index.current_generation().has_error());
        CHECK(index.current_generation().error().cause == Cause::index);
    }
    directory.write("current", "7\n");
    CHECK(*index.current_generation() == 7);
    CHECK(index.read_manifest(7).error().message.find("generation 7") != std::string::npos);
}

TEST_CASE("manifests without a pointer to one are damage, also where it was zeroed, and a first load that has not ended is not",
          "[index]") {
    const TempDirectory directory;
    const IndexDirectory index(directory.path());
    directory.write("current", "0\n");
    CHECK_FALSE(index.current_generation()->has_value());
    directory.write("generations/1.report.json", "{}");
    CHECK_FALSE(index.current_generation()->has_value());
    directory.write("generations/1.json", "{}");
    const auto is_damage = [&] {
        const auto live = index.current_generation();
        return live.has_error() && live.error().cause == Cause::index && live.error().place.file == index.current_file().string() &&
               live.error().mend.find("newest file in generations/") != std::string::npos;
    };
    for (const std::string content : {"0\n", "0", "00", "", "\n"}) {
        INFO('"' << content << '"');
        directory.write("current", content);
        CHECK(is_damage());
    }
    std::filesystem::remove(index.current_file());
    CHECK(is_damage());
    directory.write("current", IndexDirectory::no_generation_yet);
    CHECK_FALSE(index.current_generation()->has_value());
    CHECK(index.generations()->empty());
    directory.write("generations/3.json", "{}");
    CHECK(index.generations().has_error());
}

TEST_CASE("a file in the place of an index is told", "[index]") {
    const TempDirectory directory;
    const auto file = directory.write("index", "x");
    CHECK(IndexDirectory(file).current_generation().error().message.find("an index is a directory") != std::string::npos);
}

}  // namespace palermo::test
