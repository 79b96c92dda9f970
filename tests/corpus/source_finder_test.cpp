// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/source_finder.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"

namespace palermo::test {

TEST_CASE("a directory means all its records, in order, and nothing hidden", "[corpus][finder]") {
    const TempDirectory directory;
    for (const std::string name : {"b.xml", "a.xml", "deep/c.xml", ".hidden.xml", ".git/d.xml", "notes.txt"}) directory.write(name, "x");
    std::filesystem::create_directory(directory.path() / "folder.xml");
    const std::vector<std::string> paths{directory.path().string(), (directory.path() / "a.xml").string()};
    const auto found = find_sources(paths);
    CHECK(found.diagnostics.empty());
    std::vector<std::string> names;
    for (const auto& file : found.files) names.push_back(std::filesystem::path(file).lexically_relative(directory.path()).string());
    CHECK(names == std::vector<std::string>{"a.xml", "b.xml", "deep/c.xml", "folder.xml"});
}

TEST_CASE("a file to which several paths lead is found once, under the first of its names", "[corpus][finder]") {
    const TempDirectory directory;
    const auto file = directory.write("records/b.xml", "x").string();
    const auto other = directory.write("records/c.xml", "x").string();
    const auto folder = (directory.path() / "records").string();
    const auto link = (directory.path() / "link.xml").string();
    const auto linked_folder = (directory.path() / "linked").string();
    std::filesystem::create_symlink(file, link);
    std::filesystem::create_symlink(folder, linked_folder);
    const auto relative = std::filesystem::relative(file).string();
    using Paths = std::vector<std::string>;
    const auto found = [](const Paths& paths) { return find_sources(paths).files; };
    CHECK(found({relative, file}) == Paths{relative});
    CHECK(found({link, file, folder + "/../records/b.xml"}) == Paths{link});
    CHECK(found({file, folder}) == Paths{file, other});
    CHECK(found({folder, linked_folder}) == Paths{file, other});
    CHECK(without_repeats(Paths{relative, other, link, "/no/such/path", "/no/such/path"}) ==
          Paths{relative, other, "/no/such/path", "/no/such/path"});
    // Also in one directory, where nothing else makes two names of a file.
    std::filesystem::create_symlink(other, folder + "/a.xml");
    std::filesystem::create_symlink(folder + "/z.xml", folder + "/z.xml");
    CHECK(found({folder}) == Paths{folder + "/a.xml", file, folder + "/z.xml"});
}

TEST_CASE("paths that lead nowhere are told, one sentence each", "[corpus][finder]") {
    const TempDirectory directory;
    const std::vector<std::string> paths{"/no/such/path", directory.path().string()};
    const auto found = find_sources(paths);
    CHECK(found.files.empty());
    REQUIRE(found.diagnostics.size() == 2);
    CHECK(found.diagnostics[0].message == "There is no such file or directory.");
    CHECK(found.diagnostics[1].message.find("no record") != std::string::npos);
}

}  // namespace palermo::test
