// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/current_concepts.hpp"

#include "corpus/record_checks.hpp"
#include "corpus/record_reader.hpp"
#include "corpus/vocabulary_reader.hpp"
#include "tests/corpus/vocabulary_samples.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/test_record.hpp"

namespace palermo::test {
namespace {

Vocabularies vocabularies() {
    return {.legal_concepts = *read_vocabulary(SourceText("l.rdf", vocabulary_rdf(concept_rdf("serfdom"), "1", "legal-concept"))),
            .evidential_issues = *read_vocabulary(SourceText(
                "e.rdf", vocabulary_rdf(concept_rdf("top") + concept_rdf("now", "top") + concept_rdf("once", "", replaced_by("then")) +
                                        concept_rdf("then", "", replaced_by("now")) + concept_rdf("out", "", deprecated) +
                                        concept_rdf("below", "once"))))};
}

}  // namespace

TEST_CASE("a vocabulary follows replacements to the end, and its tree is that of what is used", "[corpus][vocabulary]") {
    const auto issues = vocabularies().evidential_issues;
    CHECK(issues.resolve("once")->id == "now");
    CHECK(issues.resolve("now")->id == "now");
    CHECK(issues.resolve("out")->id == "out");
    CHECK(issues.resolve("nobody") == nullptr);
    CHECK(issues.with_ancestors("once") == std::vector<std::string>{"now", "top"});
    CHECK(issues.with_ancestors("below") == std::vector<std::string>{"below", "now", "top"});
    CHECK(issues.label("once", "en") == "label of now");
    REQUIRE(issues.narrower("now").size() == 1);
    CHECK(issues.narrower("now").front()->id == "below");
    CHECK(issues.narrower("").size() == 2);
    CHECK_FALSE(issues.nearest_id("onze"));
}

TEST_CASE("a record reads as today, and remembers what it said", "[corpus]") {
    const SourceText source("a.xml", to_xml({.id = "a",
                                             .facts = {"One.", "Two."},
                                             .legal_concepts = {"serfdom"},
                                             .evidential_issues = {{.id = "once", .role = "weakened", .paragraphs = "f1"},
                                                                   {.id = "now", .role = "weakened", .paragraphs = "f2"},
                                                                   {.id = "then", .role = "strengthened"},
                                                                   {.id = "out"}}}));
    const auto record = read_record(source);
    REQUIRE(record.has_value());
    const auto current = with_current_concepts(*record, vocabularies());
    REQUIRE(current.evidential_issues.size() == 3);
    const auto& [first, second, third] = std::tie(current.evidential_issues[0], current.evidential_issues[1], current.evidential_issues[2]);
    CHECK(first.concept_id == "now");
    CHECK(first.recorded_as.empty());
    CHECK(first.paragraphs == std::vector<std::string>{"f1", "f2"});
    CHECK(second.concept_id == "now");
    CHECK(second.recorded_as == "then");
    CHECK(third.concept_id == "out");
    CHECK(current.legal_concepts.front().concept_id == "serfdom");
    CHECK((*CurrentRecord(*record, vocabularies())).evidential_issues.size() == 3);
    const CurrentRecord unchanged(current, vocabularies());
    CHECK(&*unchanged == &current);

    const auto findings = check_record(*record, source, vocabularies());
    REQUIRE(findings.size() == 3);
    CHECK_FALSE(has_errors(findings));
    CHECK(findings.front().severity == Severity::note);
    CHECK(findings.front().message.find("\"once\" is now called \"now\"") != std::string::npos);
    CHECK(findings.front().place.line > 1);
    CHECK(findings.back().message.find("no longer given") != std::string::npos);
}

}  // namespace palermo::test
