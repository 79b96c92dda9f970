// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/index_directory.hpp"
#include "tests/crash/index_files.hpp"
#include "tests/crash/scene.hpp"
#include "tests/e2e/palermo.hpp"
#include "tests/support/catch.hpp"

#include <boost/json/parse.hpp>

#include <fstream>
#include <set>

namespace palermo::test {
namespace {

namespace fs = std::filesystem;

void flip(const fs::path& file, std::size_t at, unsigned char mask = 0xFF) {
    auto content = content_of(file);
    content.at(at) = static_cast<char>(static_cast<unsigned char>(content[at]) ^ mask);
    std::ofstream(file, std::ios::binary) << content;
}

/// Every file on which the live generation stands.
std::vector<fs::path> files_of(const fs::path& index) {
    const IndexDirectory directory(index);
    const auto manifest = directory.read_manifest(live_generation(index));
    REQUIRE(manifest.has_value());
    std::vector<fs::path> files{directory.current_file(), directory.generation_file(manifest->generation)};
    for (const auto& vocabulary : manifest->vocabularies) files.push_back(directory.absolute(vocabulary.file));
    for (const auto& segment : manifest->segments) {
        for (const auto& file : segment.files) {
            // Xapian's lock files are empty.
            if (file.size > 0) files.push_back(directory.absolute(file));
        }
    }
    return files;
}

void copy_whole(const fs::path& from, const fs::path& to) {
    fs::remove_all(to);
    fs::copy(from, to, fs::copy_options::recursive);
}

}  // namespace

TEST_CASE("verify finds a changed byte in every file of the index and names the file", "[crash][corruption]") {
    const Scene scene;
    const auto index = scene.place("index");
    copy_whole(scene.base(), index);
    REQUIRE(damage_in(index).empty());
    std::set<std::string> kinds;
    for (const auto& file : files_of(index)) {
        kinds.insert(file.filename().string());
        const auto whole = content_of(file);
        REQUIRE_FALSE(whole.empty());
        for (const auto at : {std::size_t{0}, whole.size() / 3, whole.size() / 2, whole.size() - 1}) {
            INFO(file << " at " << at);
            flip(file, at);
            CHECK(damage_in(index).find(file.string()) != std::string::npos);
            std::ofstream(file, std::ios::binary) << whole;
        }
        // A line's end is all that some can do without.
        if (whole.ends_with('\n')) continue;
        INFO(file << " cut short");
        fs::resize_file(file, whole.size() - 1);
        CHECK(damage_in(index).find(file.string()) != std::string::npos);
        std::ofstream(file, std::ios::binary) << whole;
    }
    for (const auto* kind : {"current", "facets.col", "forward.idx", "documents.blk", "texts.blk", "completions.idx", "records.tbl",
                             "postlist.glass", "iamglass"})
        CHECK(kinds.contains(kind));
    CHECK(damage_in(index).empty());
}

TEST_CASE("nothing is loaded into a damaged index, or nothing of the damage is lost", "[crash][corruption]") {
    const Scene scene;
    const auto index = scene.place("index");
    for (const auto& original : files_of(scene.base())) {
        const auto file = index / original.lexically_relative(scene.base());
        for (const auto& operation : {scene.merge(), Scene::remove(), Scene::rollback(), scene.mirror()}) {
            copy_whole(scene.base(), index);
            flip(file, fs::file_size(file) / 2);
            const auto generations = fs::directory_iterator(index / "generations");
            const auto manifests = std::distance(begin(generations), end(generations));
            const auto tried = run_operation(operation, index);
            INFO(operation.name << " with a changed byte in " << file << ": " << tried.exit_code << ' ' << tried.out << tried.err);
            if (tried.exit_code == 0) {
                // It did not need the file, which may be found damaged as before, or is no longer of this generation.
                const bool still_named = damage_in(index).find(file.string()) != std::string::npos;
                const bool not_of_it = damage_in(index).empty();
                CHECK((still_named || not_of_it));
                continue;
            }
            CHECK(tried.exit_code == 3);
            CHECK(tried.err.find(file.string()) != std::string::npos);
            const auto left = fs::directory_iterator(index / "generations");
            CHECK(std::distance(begin(left), end(left)) == manifests);
        }
    }
}

TEST_CASE("a pointer far behind the newest generation is damage, and nothing is thrown away for it", "[crash][corruption]") {
    const Scene scene;
    const auto index = scene.place("index");
    const auto* wrong = GENERATE("0\n", "1\n", "2\n");
    copy_whole(scene.base(), index);
    std::ofstream(index / "current") << wrong;
    for (const auto& operation : scene.all()) {
        const auto tried = run_operation(operation, index);
        INFO(operation.name << ": " << tried.out << tried.err);
        CHECK(tried.exit_code == 3);
    }
    CHECK_FALSE(damage_in(index).empty());
    std::ofstream(index / "current") << "4\n";
    CHECK(shown(index) == shown(scene.base()));
}

TEST_CASE("the daemon goes on serving what it had when a new generation is damaged, and says so", "[crash][corruption]") {
    const Scene scene;
    const auto index = scene.place("index");
    const auto next = scene.place("next");
    copy_whole(scene.base(), index);
    copy_whole(scene.base(), next);
    REQUIRE(run_operation({.name = "", .arguments = {"load", scene.place("new").string()}}, next).exit_code == 0);
    const auto old_files = files_of(scene.base());
    const Daemon daemon(index);
    auto client = daemon.client();
    const auto status = [&] { return boost::json::parse(client.get("/api/v1/status").body); };
    REQUIRE(status().at("trouble").is_null());
    const auto found = total(search(client, "q=ship"));
    auto number = live_generation(index);
    std::set<std::string> kinds;
    for (const auto& file : files_of(next)) {
        const auto name = file.lexically_relative(next);
        // What checksums alone can tell (a byte in the middle of a database) is verify's; this is damage at the place where reading begins.
        if (name == "current" || fs::exists(scene.base() / name) || !kinds.insert(file.filename().string()).second) continue;
        if (file.extension() == ".glass") continue;
        INFO(name);
        add_files(next / "segments", index / "segments");
        add_files(next / "generations", index / "generations");
        add_files(next / "vocabularies", index / "vocabularies");
        const auto whole = content_of(index / name);
        flip(index / name, 0);
        fs::copy(next / "current", index / "current.tmp");
        fs::rename(index / "current.tmp", index / "current");
        CHECK(eventually([&] { return !status().at("trouble").is_null(); }));
        CHECK(status().at("generation").to_number<std::uint64_t>() == number);
        CHECK(total(search(client, "q=ship")) == found);
        std::ofstream(index / "current.tmp") << number << '\n';
        fs::rename(index / "current.tmp", index / "current");
        CHECK(eventually([&] { return status().at("trouble").is_null(); }));
        std::ofstream(index / name, std::ios::binary) << whole;
    }
    CHECK(kinds.size() >= 5);
}

}  // namespace palermo::test
