// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/scene.hpp"

#include "tests/support/test_record.hpp"

#include <stdexcept>

namespace palermo::test {
namespace {

/// A record as large as real ones are, and cheap to index: most of it is a comment.
std::string padded_record(const std::string& id, const std::string& fact, std::size_t padding) {
    auto xml = to_xml({.id = id, .facts = {fact}, .court = "Court of Nowhere", .decided = "2019-05-07", .outcome = "acquitted"});
    std::string comment = "<!-- ";
    for (std::size_t i = 0; comment.size() < padding; ++i) comment += id + " line " + std::to_string(i * 7919) + '\n';
    return xml + comment + "-->\n";
}

void write_records(const TempDirectory& directory, const std::string& folder, int first, int last, const std::string& fact,
                   std::size_t padding = 0) {
    for (int i = first; i <= last; ++i) {
        const auto id = "case-" + std::to_string(i);
        directory.write(folder + '/' + id + ".xml", padded_record(id, fact + ' ' + std::to_string(i) + '.', padding));
    }
}

}  // namespace

Scene::Scene() : base_(directory_.path() / "base") {
    write_records(directory_, "first", 1, 40, "They came by ship");
    directory_.write("first/doomed.xml", padded_record("doomed", "Here quixotremona was said.", 0));
    write_records(directory_, "second", 1, 10, "They came by night ship");
    directory_.write("second/doomed.xml", padded_record("doomed", "Here quixotremonb was said.", 0));
    write_records(directory_, "third", 41, 140, "They came over land");
    write_records(directory_, "fourth", 141, 142, "They came by train");
    write_records(directory_, "new", 201, 290, "They came at last", 60'000);
    write_records(directory_, "mirror", 1, 50, "They never came", 70'000);
    write_records(directory_, "one", 501, 501, "One more came");
    load_base();
}

void Scene::load_base() {
    for (const auto* folder : {"first", "second", "third", "fourth"}) {
        const auto loaded = run_operation({.name = "", .arguments = {"load", place(folder).string()}}, base_);
        if (loaded.exit_code != 0) throw std::runtime_error(loaded.out + loaded.err);
    }
}

Operation Scene::add() const { return {.name = "load of new records", .arguments = {"load", "--threads", "2", place("new").string()}}; }

Operation Scene::mirror() const {
    return {.name = "mirroring load", .arguments = {"load", "--mirror", "--threads", "2", place("mirror").string()}};
}

Operation Scene::merge() const { return {.name = "load with a merge", .arguments = {"load", place("one").string()}}; }

Operation Scene::remove() { return {.name = "removal", .arguments = {"remove", "doomed", "--reason", "other"}}; }

Operation Scene::rollback() { return {.name = "rollback", .arguments = {"rollback", "2"}}; }

Operation Scene::prune() { return {.name = "prune", .arguments = {"prune", "--keep", "1"}}; }

const std::vector<std::string>& Scene::doomed_words() {
    static const std::vector<std::string> words{"quixotremona", "quixotremonb"};
    return words;
}

std::vector<std::string> command(const Operation& operation, const std::filesystem::path& index) {
    auto argv = operation.arguments;
    argv.insert(argv.begin() + 1, {"--index", index.string()});
    argv.insert(argv.begin(), PALERMO_INDEXER);
    return argv;
}

Finished run_operation(const Operation& operation, const std::filesystem::path& index) { return run(command(operation, index)); }

}  // namespace palermo::test
