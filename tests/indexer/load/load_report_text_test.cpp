// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/load/load_report_text.hpp"

#include "indexer/load/load_report_json.hpp"
#include "tests/support/catch.hpp"

#include <boost/json.hpp>

namespace palermo::test {
namespace {

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

bool is_utf8(const std::string& text) {
    boost::system::error_code error;
    (void)boost::json::parse('"' + text + '"', error);
    return !error;
}

}  // namespace

TEST_CASE("a change shows what is around the difference, and cuts the rest between characters", "[load][report]") {
    const auto around = repeated("\xD0\xB6", 100);  // two bytes each
    const auto text =
        render_text({{.field = "title", .before = around + "\xE4\xB8\x80" + around, .after = around + "\xE4\xB8\x81" + around}});
    std::size_t line = 0;
    for (std::size_t end = 0; (end = text.find('\n', line)) != std::string::npos; line = end + 1) {
        const auto words = text.substr(line, end - line);
        INFO(words);
        CHECK(words.size() < 140);
        const auto quote = words.find('"');
        if (quote != std::string::npos) CHECK(is_utf8(words.substr(quote + 1, words.size() - quote - 2)));
    }
    CHECK(says(text, "was \"...\xD0\xB6"));
    CHECK(says(text, "\xD0\xB6...\"\n"));
    CHECK(says(text, "\xE4\xB8\x80"));
    CHECK(says(text, "\xE4\xB8\x81"));
}

TEST_CASE("a changed record of which no field says anything else is told so", "[load][report]") {
    CHECK(render_text(std::vector<FieldChange>{}).find("no field") != std::string::npos);
}

TEST_CASE("what one side does not say is not recorded, and a long text is cut", "[load][report]") {
    CHECK(render_text({{.field = "decided", .before = "", .after = "2019"}}) ==
          "    decided\n      was not recorded\n      is  \"2019\"\n");
    const auto text = render_text({{.field = "fact-summary", .before = repeated("word ", 1000), .after = ""}});
    CHECK(text.size() < 350);
    CHECK(says(text, "...\"\n      is  not recorded\n"));
}

TEST_CASE("long lists are cut and say by how much; counts that move most come first", "[load][report]") {
    LoadReport report;
    report.dry_run = true;
    report.given = report.added = 30;
    for (int i = 10; i < 40; ++i) {
        report.added_records.push_back({.id = "r" + std::to_string(i), .file = {}});
        report.facet_moves[Facet::year]["19" + std::to_string(i)] = i;
    }
    const auto text = render_text(report);
    INFO(text);
    CHECK(says(text, "  r29\n  and 10 more (--json tells all)\n"));
    CHECK_FALSE(says(text, "r30"));
    CHECK(says(text, "year: 1939 +39, 1938 +38,"));
    CHECK_FALSE(says(text, "1910"));
    CHECK(says(text, "and 10 more (--json tells all)\n30 records given"));
    std::size_t line = 0;
    for (std::size_t end = 0; (end = text.find('\n', line)) != std::string::npos; line = end + 1) CHECK(end - line <= 110);
}

TEST_CASE("one is not many", "[load][report]") {
    LoadReport first;
    first.given = first.added = first.live_generation = first.records = 1;
    first.generation = 1;
    CHECK(render_summary(first) == "1 record given: 1 added, 0 changed, 0 the same, 0 rejected.\nGeneration 1 is live, with 1 record.\n");
    LoadReport rebuilt;
    rebuilt.generation = rebuilt.live_generation = 2;
    rebuilt.rebuilt = 1;
    CHECK(says(render_summary(rebuilt), "1 built again, since"));
    rebuilt.rebuilt = 2;
    CHECK(says(render_summary(rebuilt), "2 built again, since"));
    LoadReport restricted;
    restricted.given = restricted.restricted = restricted.removed = 1;
    CHECK(says(render_summary(restricted), "1 taken out of the index.\n"));
}

}  // namespace palermo::test
