// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/record_table.hpp"

#include "indexer/load/record_table_writer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"

#include <fstream>
#include <iterator>

namespace palermo::test {
namespace {

std::filesystem::path write_table(const TempDirectory& directory) {
    RecordTableWriter writer;
    writer.add({.id = "b", .checksum = "sum-b", .docid = 1, .xml = {.block = 0, .begin = 5, .size = 7}}, {9, 4});
    writer.add({.id = "a", .checksum = "old", .docid = 2, .xml = {}}, {4});
    writer.add({.id = "a", .checksum = "new", .docid = 3, .xml = {}}, {});
    const auto file = directory.path() / "records.tbl";
    REQUIRE(writer.finish(file).has_value());
    return file;
}

}  // namespace

TEST_CASE("a record table is read as it was written, by id and by key", "[index][records]") {
    const TempDirectory directory;
    const auto table = RecordTable::open(write_table(directory));
    REQUIRE(table.has_value());
    CHECK(table->size() == 3);
    CHECK(table->find("a") == std::vector<std::uint32_t>{0, 1});
    CHECK(table->at(0).checksum == "old");
    CHECK(table->at(1).docid == 3);
    REQUIRE(table->find("b").size() == 1);
    const auto row = table->at(table->find("b").front());
    CHECK(row.checksum == "sum-b");
    CHECK(row.xml.begin == 5);
    CHECK(row.xml.size == 7);
    CHECK(table->find("").empty());
    CHECK(table->find("c").empty());
    CHECK(table->key_count() == 3);
    CHECK(table->with_key(4).size() == 2);
    CHECK(table->with_key(9) == std::vector<std::uint32_t>{2});
    CHECK(table->with_key(5).empty());
}

TEST_CASE("a record table with any byte changed, or cut anywhere, is refused", "[index][records]") {
    const TempDirectory directory;
    std::ifstream stream(write_table(directory), std::ios::binary);
    const std::string good(std::istreambuf_iterator<char>(stream), {});
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 0x41);
        INFO("byte " << i);
        CHECK(RecordTable::open(directory.write("bad", bad)).has_error());
        CHECK(RecordTable::open(directory.write("bad", good.substr(0, i))).has_error());
    }
}

}  // namespace palermo::test
