// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/xapian_guard.hpp"

#include "tests/support/catch.hpp"

#include <cerrno>
#include <stdexcept>

namespace palermo::test {

TEST_CASE("what Xapian throws at damaged bytes is damage of the index, and a call of the system that failed is the disk's",
          "[index][guard]") {
    const auto is_damage = [](const Xapian::Error& error) {
        const auto told = diagnose(error, "p");
        return told.cause == Cause::index && told.place.file == "p" && told.message == "A database of the index is damaged." &&
               told.mend == "Restore the index from a copy, or load the records into a new directory.";
    };
    CHECK(is_damage(Xapian::DatabaseCorruptError("dir_end invalid in block 7")));
    CHECK(is_damage(Xapian::DatabaseError("EOF reading block 7")));
    CHECK(is_damage(Xapian::DatabaseError("inflate failed (invalid block type)")));
    CHECK(is_damage(Xapian::DatabaseModifiedError("The revision being read has been discarded")));
    CHECK(is_damage(Xapian::DocNotFoundError("Document 7 not found")));
    CHECK(diagnose(Xapian::DatabaseError("Error reading block 7", EIO), "p").cause == Cause::disk);
    CHECK(diagnose(Xapian::InvalidOperationError("cancel() not supported"), "p").cause == Cause::disk);
    CHECK(diagnose(Xapian::UnimplementedError("not here"), "p").message == "The search engine could not do this.");
}

TEST_CASE("a length that a damaged block gives is damage too", "[index][guard]") {
    const auto read = guarded("p", []() -> std::string { throw std::length_error("basic_string::append"); });
    REQUIRE(read.has_error());
    CHECK(read.error() == damaged_database("p"));
}

}  // namespace palermo::test
