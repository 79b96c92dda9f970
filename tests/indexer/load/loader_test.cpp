// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/loader.hpp"

#include "indexer/index/index_verifier.hpp"
#include "indexer/index/worker_view.hpp"
#include "indexer/load/load_report_json.hpp"
#include "indexer/load/load_report_text.hpp"
#include "indexer/load/publisher.hpp"
#include "indexer/load/writer_lock.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_directory.hpp"
#include "tests/support/test_record.hpp"

#include <boost/json.hpp>

#include <fstream>
#include <iterator>
#include <map>

namespace palermo::test {
namespace {

/// A place for an index, and loads into it.
class World {
public:
    explicit World(std::filesystem::path schemas = PALERMO_SOURCE_DIR "/schemas") : schemas_(std::move(schemas)) {}

    std::filesystem::path index() const { return directory_.path() / "index"; }
    const TempDirectory& directory() const { return directory_; }

    Result<LoadReport> load(const std::vector<RecordSource>& sources, std::uint64_t keep = kept_generations) const {
        return palermo::load({.index = index(), .schemas = schemas_, .sources = sources, .keep = keep});
    }

    LoadReport load(const std::vector<TestRecord>& records, std::uint64_t keep = kept_generations) const {
        std::vector<RecordSource> sources;
        for (const auto& record : records) sources.emplace_back(SourceText(record.id + ".xml", to_xml(record)));
        auto report = load(sources, keep);
        INFO((report ? std::string() : format(report.error())));
        REQUIRE(report.has_value());
        CHECK(report->given == report->added + report->changed + report->same + report->restricted + report->rejected);
        CHECK(verify_index(IndexDirectory(index())).findings.size() == (report->live_generation == 0 ? 1 : 0));
        return *report;
    }

    WorkerView view() const {
        const IndexDirectory directory(index());
        return *WorkerView::open(*Snapshot::open(directory, **directory.current_generation()));
    }

    bool holds(const std::string& id) const { return view().snapshot().find(id).has_value(); }

    std::size_t matches(const std::string& term) const { return view().database().get_termfreq(term); }

private:
    TempDirectory directory_;
    std::filesystem::path schemas_;
};

using Records = std::vector<TestRecord>;

}  // namespace

TEST_CASE("a load adds what is new, replaces what changed and leaves the same alone", "[load]") {
    const World world;
    const auto first = world.load(Records{{.id = "a", .facts = {"Original."}}, {.id = "b"}});
    CHECK(first.added == 2);
    CHECK(first.generation == 1);
    CHECK(first.records == 2);
    const auto second = world.load(Records{{.id = "a", .facts = {"Rewritten."}}, {.id = "b"}, {.id = "c"}});
    CHECK(second.added == 1);
    CHECK(second.changed == 1);
    CHECK(second.same == 1);
    CHECK(second.generation == 2);
    CHECK(second.records == 3);
    CHECK(world.matches("Zrewritten") == 1);
    CHECK(world.matches("Zorigin") == 0);
}

TEST_CASE("loading the same again makes no generation", "[load]") {
    const World world;
    (void)world.load(Records{{.id = "a"}});
    const auto again = world.load(Records{{.id = "a"}});
    CHECK_FALSE(again.generation);
    CHECK(again.live_generation == 1);
    CHECK(again.same == 1);
}

TEST_CASE("records that are not given stay", "[load]") {
    const World world;
    (void)world.load(Records{{.id = "a"}});
    (void)world.load(Records{{.id = "b"}});
    CHECK(world.holds("a"));
    CHECK(world.holds("b"));
}

TEST_CASE("a record with errors is left out, the rest loads, and the report reconciles", "[load]") {
    const World world;
    auto report = world.load({SourceText("good.xml", to_xml({.id = "good"})), SourceText("bad.xml", "<case"),
                              SourceText("twice.xml", to_xml({.id = "good", .title = "Other"})), RecordFile{"/no/such/file.xml"}});
    REQUIRE(report.has_value());
    CHECK(report->given == 4);
    CHECK(report->added == 1);
    CHECK(report->rejected == 3);
    CHECK(report->diagnostics.size() == 3);
    CHECK(world.holds("good"));
}

TEST_CASE("nothing good to load makes no index", "[load]") {
    const World world;
    const auto report = world.load({SourceText("bad.xml", "<case")});
    REQUIRE(report.has_value());
    CHECK(report->live_generation == 0);
    CHECK_FALSE(std::filesystem::exists(IndexDirectory(world.index()).current_file()));
    CHECK(render_text(*report).find("no index was made") != std::string::npos);
}

TEST_CASE("a restricted record is never indexed, and taken out when it was", "[load]") {
    const World world;
    (void)world.load(Records{{.id = "a", .facts = {"Secret."}}, {.id = "b"}});
    const auto report = world.load(Records{{.id = "a", .facts = {"Secret."}, .restricted = true}, {.id = "c", .restricted = true}});
    CHECK(report.restricted == 2);
    CHECK(report.records == 1);
    CHECK_FALSE(world.holds("a"));
    CHECK_FALSE(world.holds("c"));
    CHECK(world.matches("Zsecret") == 0);
}

TEST_CASE("another writer is refused, and the index left alone", "[load]") {
    const World world;
    (void)world.load(Records{{.id = "a"}});
    const auto lock = WriterLock::acquire(IndexDirectory(world.index()), "a test");
    REQUIRE(lock.has_value());
    const auto report = world.load({SourceText("b.xml", to_xml({.id = "b"}))});
    REQUIRE(report.has_error());
    CHECK(report.error().cause == Cause::locked);
    CHECK_FALSE(world.holds("b"));
}

TEST_CASE("a changed vocabulary builds every record again, also those not given", "[load]") {
    const TempDirectory schemas;
    std::filesystem::copy(PALERMO_SOURCE_DIR "/schemas", schemas.path(), std::filesystem::copy_options::recursive);
    const World world(schemas.path());
    (void)world.load(Records{{.id = "a", .legal_concepts = {"debt-bondage"}}, {.id = "b"}});
    std::ifstream stream(schemas.path() / "legal-concepts.rdf");
    std::string rdf(std::istreambuf_iterator<char>(stream), {});
    const auto before = rdf;
    // debt bondage moves to the top of its tree
    const std::string broader = "<skos:broader rdf:resource=\"#purpose-practices-similar-to-slavery\"/>";
    rdf.erase(rdf.find(broader, rdf.find("rdf:about=\"#debt-bondage\"")), broader.size());
    schemas.write("legal-concepts.rdf", rdf);
    const auto report = world.load(Records{{.id = "b"}});
    CHECK(report.same == 1);
    CHECK(report.rebuilt == 2);
    CHECK(report.generation == 2);
    using Moves = std::map<std::string, std::int64_t>;
    const Moves away{{"purpose-practices-similar-to-slavery", -1}, {"tip-purpose", -1}, {"trafficking-in-persons", -1}};
    const auto check_moves = [](const LoadReport& told, const Moves& moves) {
        for (const auto facet : all_facets) CHECK(told.facet_moves[facet] == (facet == Facet::legal_concept ? moves : Moves()));
    };
    check_moves(report, away);
    CHECK(world.view().snapshot().manifest().change == GenerationChange{.kind = ChangeKind::load, .rebuilt = 2});
    CHECK(world.matches("XCdebt-bondage") == 1);
    CHECK(world.matches("XCpurpose-practices-similar-to-slavery") == 0);
    // The same where all are given, and none has another text.
    schemas.write("legal-concepts.rdf", before);
    const auto back = world.load(Records{{.id = "a", .legal_concepts = {"debt-bondage"}}, {.id = "b"}});
    CHECK(back.same == 2);
    CHECK(back.generation == 3);
    check_moves(back, {{"purpose-practices-similar-to-slavery", 1}, {"tip-purpose", 1}, {"trafficking-in-persons", 1}});
    CHECK(world.matches("XCpurpose-practices-similar-to-slavery") == 1);
    // A record that changes too is counted as it was found before, by the old vocabulary.
    schemas.write("legal-concepts.rdf", rdf);
    const auto changed = world.load(Records{{.id = "a", .title = "Other", .legal_concepts = {"debt-bondage"}}});
    CHECK(changed.changed == 1);
    check_moves(changed, away);
}

TEST_CASE("as many generations as wanted are kept, and the leftovers of loads that were cut off are not", "[load]") {
    const World world;
    for (const std::string id : {"a", "b", "c"}) {
        world.directory().write("index/segments/.building-9-9/xapian/iamglass", "x");
        world.directory().write("index/segments/9-9/facets.col", "x");
        world.directory().write("index/loading/x/facets.col", "x");
        (void)world.load(Records{{.id = id}}, 2);
    }
    const IndexDirectory directory(world.index());
    CHECK_FALSE(std::filesystem::exists(directory.generation_file(1)));
    CHECK(std::filesystem::exists(directory.generation_file(2)));
    CHECK(std::filesystem::exists(directory.generation_file(3)));
    CHECK_FALSE(std::filesystem::exists(directory.segment("9-9")));
    CHECK_FALSE(std::filesystem::exists(directory.loading()));
    CHECK_FALSE(std::filesystem::exists(directory.segment(".building-9-9")));
}

TEST_CASE("an index that has lost its pointer is not begun anew", "[load]") {
    const World world;
    (void)world.load(Records{{.id = "a"}});
    std::filesystem::remove(IndexDirectory(world.index()).current_file());
    const auto report = world.load({SourceText("b.xml", to_xml({.id = "b"}))});
    REQUIRE(report.has_error());
    CHECK(report.error().cause == Cause::index);
    world.directory().write("index/current", "1\n");
    CHECK(world.holds("a"));
}

TEST_CASE("the last record can be taken out, and another come in", "[load]") {
    const World world;
    (void)world.load(Records{{.id = "a"}});
    CHECK(world.load(Records{{.id = "a", .restricted = true}}).records == 0);
    CHECK_FALSE(world.holds("a"));
    CHECK(world.load(Records{{.id = "b"}}).records == 1);
}

TEST_CASE("a report is one JSON object", "[load]") {
    const World world;
    const auto report = world.load({SourceText("a.xml", to_xml({.id = "a"})), SourceText("bad \"name\".xml", "<case")});
    const auto value = boost::json::parse(render_json(*report));
    CHECK(value.at("given") == 2);
    CHECK(value.at("generation") == 1);
    CHECK(value.at("diagnostics").at(0).at("line") == 1);
}

}  // namespace palermo::test
