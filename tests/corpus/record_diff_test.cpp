// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_diff.hpp"

#include "corpus/record_reader.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {
namespace {

/// A record with this between its crime types and its end.
CaseRecord record_with(const std::string& body, const std::string& title = "R v Sample", const std::string& lang = "en") {
    const auto xml = "<case xmlns=\"urn:palermo:case-record:1\" version=\"1.0\" id=\"a\" xml:lang=\"" + lang + "\"><title>" + title +
                     "</title><jurisdiction country=\"NL\"/><crime-types><crime-type source=\"cataloguer\">trafficking-in-persons"
                     "</crime-type></crime-types>" +
                     body + "</case>";
    auto record = read_record(SourceText("a.xml", xml));
    REQUIRE(record.has_value());
    return std::move(*record);
}

std::string texts(const std::string& paragraphs) {
    return "<texts><text kind=\"fact-summary\" xml:lang=\"en\">" + paragraphs + "</text></texts>";
}

using Changes = std::vector<FieldChange>;

}  // namespace

TEST_CASE("the same record has no changes, whatever its white space", "[corpus][diff]") {
    CHECK(diff_records(record_with(texts("<p id=\"f1\">One.</p>")), record_with(texts("\n  <p id=\"f1\">One.</p>\n"))).empty());
}

TEST_CASE("a change names its field in words, with what was and what is", "[corpus][diff]") {
    CHECK(diff_records(record_with("", "Before"), record_with("", "After")) ==
          Changes{{.field = "title", .before = "Before", .after = "After"}});
    const auto outcome = [](const std::string& code) {
        return "<proceedings><proceeding id=\"main\"><outcome code=\"" + code + "\"/></proceeding></proceedings>";
    };
    CHECK(diff_records(record_with(outcome("acquitted")), record_with(outcome("convicted"))) ==
          Changes{{.field = "proceeding main / outcome", .before = "acquitted", .after = "convicted"}});
}

TEST_CASE("the record's language and what a link leads to are fields too", "[corpus][diff]") {
    CHECK(diff_records(record_with(""), record_with("", "R v Sample", "nl")) ==
          Changes{{.field = "title's language", .before = "en", .after = "nl"}, {.field = "language", .before = "en", .after = "nl"}});
    const auto source = [](const std::string& attributes) {
        return "<sources><source href=\"https://example.org/1\"" + attributes + ">Ruling</source></sources>";
    };
    CHECK(diff_records(record_with(source("")), record_with(source(" xml:lang=\"fr\""))) ==
          Changes{{.field = "source", .before = "Ruling https://example.org/1", .after = "Ruling https://example.org/1, in fr"}});
}

TEST_CASE("a paragraph that is put before another changes nothing else", "[corpus][diff]") {
    const auto before = record_with(texts("<p id=\"f1\">One.</p><p id=\"f2\">Two.</p>"));
    const auto after = record_with(texts("<p id=\"f0\">None.</p><p id=\"f1\">One.</p><p id=\"f2\">Two.</p>"));
    CHECK(diff_records(before, after) == Changes{{.field = "fact-summary (en), paragraph f0", .before = "", .after = "None."}});
    CHECK(diff_records(after, before) == Changes{{.field = "fact-summary (en), paragraph f0", .before = "None.", .after = ""}});
}

TEST_CASE("a tag that goes and a tag that is judged otherwise are both told", "[corpus][diff]") {
    const auto tags = [](const std::string& more) { return texts("<p id=\"f1\">One.</p>") + "<tags>" + more + "</tags>"; };
    const std::string issue = "<evidential-issue ref=\"withholding-documents\" source=\"cataloguer\" paragraphs=\"f1\" role=";
    const auto changes = diff_records(record_with(tags("<legal-concept ref=\"serfdom\" source=\"court\"/>" + issue + "\"unclear\"/>")),
                                      record_with(tags(issue + "\"supported-conviction\"/>")));
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].field == "evidential issue withholding-documents");
    CHECK(changes[0].before == "given by cataloguer, unclear, shown by f1");
    CHECK(changes[0].after == "given by cataloguer, supported-conviction, shown by f1");
    CHECK(changes[1] == FieldChange{.field = "legal concept serfdom", .before = "given by court", .after = ""});
}

TEST_CASE("a waiver that comes, goes or is given for something else is told by its rule", "[corpus][diff]") {
    const auto waivers = [](const std::string& more) {
        return texts("<p id=\"f1\">Born on 3 April 1990.</p>") + (more.empty() ? "" : "<identity-waivers>" + more + "</identity-waivers>");
    };
    const std::string none;
    const std::string narrow = "<waiver rule=\"birth-date\" paragraphs=\"f1\" reason=\"The judgment gives it in this form.\" by=\"A\"/>";
    const std::string wide = "<waiver rule=\"birth-date\" reason=\"The judgment gives it in this form.\"/>";
    const std::string other = "<waiver rule=\"initials\" reason=\"These are a company.\"/>";
    const std::string in_f1 = "in f1, given by A: The judgment gives it in this form.";
    const std::string everywhere = "in the whole record: The judgment gives it in this form.";
    CHECK(diff_records(record_with(waivers(none)), record_with(waivers(narrow))) ==
          Changes{{.field = "identity waiver birth-date", .before = "", .after = in_f1}});
    CHECK(diff_records(record_with(waivers(narrow)), record_with(waivers(none))) ==
          Changes{{.field = "identity waiver birth-date", .before = in_f1, .after = ""}});
    CHECK(diff_records(record_with(waivers(narrow + other)), record_with(waivers(other + wide))) ==
          Changes{{.field = "identity waiver birth-date", .before = in_f1, .after = everywhere}});
    CHECK(diff_records(record_with(waivers(narrow)), record_with(waivers(narrow + wide))) ==
          Changes{{.field = "identity waiver birth-date [2]", .before = "", .after = everywhere}});
}

}  // namespace palermo::test
