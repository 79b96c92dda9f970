// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/indexer/commands/damaged_index.hpp"
#include "tests/support/catch.hpp"

#include <fstream>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;

constexpr auto mend = " Restore the index from a copy, or load the records into a new directory.\n";

/// That whoever reads records is told of the damage, with its place and its mend, and ends with the code for it.
void check_told(const DamagedIndex& index, const std::string& told) {
    const std::vector<std::vector<std::string>> readers{{"show", "birch"},
                                                        {"show", "birch", "--terms"},
                                                        {"show", "birch", "--xml"},
                                                        {"export", "-"},
                                                        {"export", "--where", "outcome=convicted", "-"}};
    for (auto arguments : readers) {
        arguments.insert(arguments.begin(), PALERMO_INDEXER);
        arguments.insert(arguments.end(), {"--index", index.path().string()});
        const auto finished = run(arguments);
        INFO(arguments[1] << ' ' << arguments[2] << ": " << finished.err);
        CHECK(finished.exit_code == 3);
        CHECK(finished.out.empty());
        CHECK(finished.err == told + mend);
    }
}

void write_over_beginning(const fs::path& file, const std::string& bytes) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream << bytes;
}

}  // namespace

TEST_CASE("a vocabulary of the index that is damaged is told as damage to who reads records", "[commands][damage]") {
    const DamagedIndex index;
    const auto file = index.path() / index.manifest().vocabularies.front().file.path;
    const auto size = fs::file_size(file);
    fs::copy_file(file, file.string() + ".old");
    const auto put_back = [&] { fs::copy_file(file.string() + ".old", file, fs::copy_options::overwrite_existing); };
    fs::resize_file(file, 1000);
    check_told(index, file.string() + ": error: This file has 1000 bytes; the manifest says " + std::to_string(size) + '.');
    fs::remove(file);
    check_told(index, file.string() + ": error: This file of the index is missing.");
    put_back();
    write_over_beginning(file, "<!xml");
    check_told(index, file.string() + ": error: This file's content has changed since it was written.");
    // Under a right checksum, as a program with a fault would leave it.
    index.seal_again();
    check_told(index, file.string() + ": error: This file of the index is damaged.");
}

TEST_CASE("a database that is damaged is told as damage, and not as a failing disk, to who reads records", "[commands][damage]") {
    const DamagedIndex index;
    const auto database = index.segment() / "xapian";
    const auto told = database.string() + ": error: A database of the index is damaged.";
    // As of a revision that is still to come.
    write_over_beginning(database / "postlist.glass", "\x7f\x7f\x7f\x7f");
    check_told(index, told);
    const auto file = database / "postlist.glass";
    const auto size = fs::file_size(file);
    fs::resize_file(file, size / 2);
    check_told(index, file.string() + ": error: This file has " + std::to_string(size / 2) + " bytes; the manifest says " +
                          std::to_string(size) + '.');
    // As a program with a fault would leave it.
    index.seal_again();
    check_told(index, told);
}

TEST_CASE("a database that begins with other bytes is told before the engine reads it", "[commands][damage]") {
    const DamagedIndex index;
    const auto file = index.segment() / "xapian" / "iamglass";
    write_over_beginning(file, "\x7f");
    check_told(index, file.string() + ": error: This file's content has changed since it was written.");
}

TEST_CASE("a pointer that was emptied or zeroed is told as damage, and nothing is loaded over what is there", "[commands][damage]") {
    const TempIndex index{{.id = "birch"}};
    const auto current = IndexDirectory(index.path()).current_file();
    const TempDirectory records;
    const auto other = records.write("cedar.xml", to_xml({.id = "cedar"})).string();
    const std::vector<std::vector<std::string>> commands{{"status"},
                                                         {"show", "birch"},
                                                         {"history"},
                                                         {"verify"},
                                                         {"load", other},
                                                         {"load", "--dry-run", other},
                                                         {"prune", "--keep", "1"},
                                                         {"rollback", "1"},
                                                         {"remove", "birch", "--reason", "error"}};
    for (const std::string content : {"0\n", "0", "", "\n"}) {
        std::ofstream(current) << content;
        for (auto arguments : commands) {
            arguments.insert(arguments.begin(), PALERMO_INDEXER);
            arguments.insert(arguments.end(), {"--index", index.path().string()});
            const auto finished = run(arguments);
            INFO(arguments[1] << " with \"" << content << "\": " << finished.out << finished.err);
            CHECK(finished.exit_code == 3);
            CHECK(finished.out + finished.err == current.string() +
                                                     ": error: This file should hold the number of the live generation, and does not. "
                                                     "Write the number of the newest file in generations/ into it.\n");
        }
    }
    std::ofstream(current) << "1\n";
    CHECK(run({PALERMO_INDEXER, "show", "birch", "--index", index.path().string()}).exit_code == 0);
}

}  // namespace palermo::test
