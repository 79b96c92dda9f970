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

TEST_CASE("a whole report has each of its lists once, whatever else it says", "[load][report]") {
    LoadReport report;
    report.added_records.push_back({.id = "stays", .file = "stays.xml"});
    report.facet_moves[Facet::outcome]["acquitted"] = 1;
    const auto whole = render_json(report);
    CHECK(is_whole_report(whole));
    CHECK(is_whole_report(render_json({})));
    const auto with = [&](const std::string& old, const std::string& now) {
        auto text = whole;
        return text.replace(text.find(old), old.size(), now);
    };
    CHECK(is_whole_report(with("{\"dry_run\"", "{\"of a later program\":[1,{}],\"dry_run\"")));
    for (const std::string name : {"added_records", "changed_records", "removed_records", "rejected_records", "possible_duplicates",
                                   "unknown_terms", "facet_moves", "diagnostics"}) {
        INFO(name);
        // Whom it names could not be forgotten.
        CHECK_FALSE(is_whole_report(with('"' + name + '"', "\"other\"")));
        CHECK_FALSE(forget_records(with('"' + name + '"', "\"other\""), {"stays"}).has_value());
        CHECK_FALSE(is_whole_report(with("{\"dry_run\"", "{\"" + name + "\":" + (name == "facet_moves" ? "{}" : "[]") + ",\"dry_run\"")));
        CHECK_FALSE(is_whole_report(with('"' + name + "\":", '"' + name + "\":7,\"rest\":")));
    }
    CHECK_FALSE(is_whole_report(whole + "{}"));
    CHECK_FALSE(is_whole_report(with("stays", "st\xFFys")));
}

}  // namespace palermo::test
