// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index/snapshot.hpp"

#include "indexer/index/worker_view.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_index.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace palermo::test {
namespace {

std::vector<std::string> values_of(const Snapshot& snapshot, Facet facet, std::uint32_t docid) {
    std::vector<std::uint32_t> ordinals;
    snapshot.append_ordinals(facet, docid, ordinals);
    std::vector<std::string> values;
    for (const auto ordinal : ordinals) values.push_back(snapshot.facet_values(facet)[ordinal]);
    return values;
}

}  // namespace

TEST_CASE("a docid names its record over three segments", "[index][snapshot]") {
    TempIndex index{{.id = "a", .facts = {"One."}, .country = "NL"}, {.id = "b", .facts = {"Two."}, .country = "AU"}};
    index.load({{.id = "c", .facts = {"Three."}, .country = "NL", .outcome = "acquitted"}});
    index.load({{.id = "d", .facts = {"Four."}, .country = "TH"}, {.id = "e", .facts = {"Five."}, .country = "AU"}});
    const auto snapshot = index.snapshot();
    REQUIRE(snapshot->manifest().segments.size() == 3);
    const auto view = WorkerView::open(snapshot);
    REQUIRE(view.has_value());
    const std::vector<std::tuple<std::string, std::string, std::string>> expected{
        {"a", "One.", "NL"}, {"b", "Two.", "AU"}, {"c", "Three.", "NL"}, {"d", "Four.", "TH"}, {"e", "Five.", "AU"}};
    std::uint32_t previous = 0;
    for (const auto& [id, text, country] : expected) {
        const auto docid = view->snapshot().find(id);
        REQUIRE(docid.has_value());
        CHECK(*docid > previous);
        previous = *docid;
        const auto data = view->data(*docid);
        REQUIRE(data.has_value());
        CHECK(data->id == id);
        CHECK(*view->text(*docid, data->paragraphs.front().text) == text);
        CHECK(values_of(*snapshot, Facet::jurisdiction, *docid) == std::vector<std::string>{country});
    }
    CHECK(values_of(*snapshot, Facet::outcome, 1).empty());
    CHECK_FALSE(view->snapshot().find("nobody").has_value());
    CHECK(view->data(99).has_error());
    CHECK(snapshot->facet_values(Facet::jurisdiction).size() == 3);
}

TEST_CASE("columns hold a concept and all above it, once", "[index][snapshot]") {
    const TempIndex index{{.id = "a", .legal_concepts = {"debt-bondage", "serfdom"}}};
    auto values = values_of(*index.snapshot(), Facet::legal_concept, 1);
    CHECK(std::set<std::string>(values.begin(), values.end()).size() == values.size());
    for (const std::string id :
         {"debt-bondage", "serfdom", "purpose-practices-similar-to-slavery", "tip-purpose", "trafficking-in-persons"}) {
        CHECK(std::ranges::find(values, id) != values.end());
    }
}

TEST_CASE("a generation that is not there is told", "[index][snapshot]") {
    const TempIndex index{{.id = "a"}};
    const IndexDirectory directory(index.path());
    CHECK(Snapshot::open(directory, 99).has_error());
}

TEST_CASE("where a database begins no byte may have changed", "[index][snapshot]") {
    const TempIndex index{{.id = "a"}};
    const IndexDirectory directory(index.path());
    const auto segment = index.snapshot()->manifest().segments.front().id;
    const auto file = directory.database(segment) / "iamglass";
    std::ifstream in(file, std::ios::binary);
    const std::string whole(std::istreambuf_iterator<char>(in), {});
    REQUIRE_FALSE(whole.empty());
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        std::ofstream(file, std::ios::binary) << changed;
        const auto opened = Snapshot::open(directory, 1);
        INFO("at " << at);
        REQUIRE(opened.has_error());
        CHECK(opened.error().place.file == file.string());
    }
    std::ofstream(file, std::ios::binary) << whole;
    CHECK(Snapshot::open(directory, 1).has_value());
}

}  // namespace palermo::test
