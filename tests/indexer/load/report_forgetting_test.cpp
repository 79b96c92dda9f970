// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/report_forgetting.hpp"

#include "indexer/load/load_report_json.hpp"
#include "tests/support/catch.hpp"

#include <boost/json/parse.hpp>

#include <string>

namespace palermo::test {
namespace {

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a kept report forgets a record that is taken down, also where it was rejected", "[load][report]") {
    LoadReport report;
    report.given = 2;
    report.added = report.rejected = 1;
    report.added_records.push_back({.id = "stays", .file = "stays.xml"});
    report.rejected_records.push_back({.id = "goes", .file = "somewhere.xml"});
    report.duplicates.push_back({.id = "stays", .file = "stays.xml", .other_id = "goes", .reason = "both are [2019] XYCA 7"});
    report.diagnostics.push_back(error_at("somewhere.xml", "Told of one that goes.", ""));
    report.diagnostics.push_back(error_at("folder/goes.xml", "Told of a file of its name.", ""));
    report.diagnostics.push_back(error_at("stays.xml", "Told of one that stays.", ""));
    report.unknown_terms[{.scheme = "legal-concepts", .id = "of-one-that-goes", .nearest = {}}] = 1;
    report.facet_moves[Facet::outcome]["acquitted"] = 1;
    const auto forgotten = forget_records(render_json(report), {"goes"});
    REQUIRE(forgotten.has_value());
    const auto& kept = *forgotten;
    INFO(kept);
    for (const std::string gone : {"somewhere", "Told of one that goes", "of its name", "XYCA", "goes.xml", "of-one", "acquitted"})
        CHECK_FALSE(says(kept, gone));
    CHECK(says(kept, "Told of one that stays."));
    CHECK(boost::json::parse(kept).at("given") == 2);
    CHECK(forget_records(R"({"given":1})", {"goes"}) == "{\"given\":1}\n");
    // What is not of them stays byte for byte.
    CHECK(forget_records(render_json(report), {"nobody"}) == render_json(report));
}

TEST_CASE("of a report that is cut off or is none, nothing is known", "[load][report]") {
    LoadReport report;
    report.added_records.push_back({.id = "stays", .file = "stays.xml"});
    const auto whole = render_json(report);
    for (std::size_t size = 0; size + 1 < whole.size(); ++size) CHECK_FALSE(forget_records(whole.substr(0, size), {"goes"}).has_value());
    for (const auto* other :
         {"[]", "{}", R"({"added_records":[{"id":1,"file":"x"}]})", R"({"diagnostics":[{}]})", R"({"added_records":[7]})"})
        CHECK_FALSE(forget_records(other, {"goes"}).has_value());
}

}  // namespace palermo::test
