// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary_lint.hpp"

#include "tests/corpus/vocabulary_samples.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace palermo::test {
namespace {

std::string label(const std::string& lang, const std::string& text, const std::string& kind = "prefLabel") {
    return "<skos:" + kind + " xml:lang=\"" + lang + "\">" + text + "</skos:" + kind + ">";
}

std::string in_all_languages(const std::string& text) {
    std::string labels;
    for (const std::string lang : {"ar", "en", "es", "fr", "ru", "zh"}) labels += label(lang, text + ' ' + lang);
    return labels;
}

Diagnostics lint(const std::string& rdf, const std::vector<const Vocabulary*>& predecessors = {}) {
    const SourceText source("v.rdf", rdf);
    return lint_vocabulary(examine_vocabulary(source), source, predecessors);
}

/// The finding that says these words; it must have its place and its mend.
Diagnostic finding(const Diagnostics& findings, const std::string& words) {
    const auto found = std::ranges::find_if(findings, [&](const Diagnostic& one) { return one.message.find(words) != std::string::npos; });
    INFO(words);
    REQUIRE(found != findings.end());
    CHECK(found->place.line > 1);
    CHECK_FALSE(found->mend.empty());
    return *found;
}

}  // namespace

TEST_CASE("a vocabulary that leaves nothing to wish for has no finding", "[corpus][vocabulary]") {
    CHECK(lint(vocabulary_rdf(concept_rdf("a", "", in_all_languages("one")) + concept_rdf("b", "a", in_all_languages("two")))).empty());
}

TEST_CASE("every fault of a file is told, not only the first", "[corpus][vocabulary]") {
    const SourceText source("v.rdf", vocabulary_rdf(concept_rdf("a", "nowhere") + concept_rdf("a") +
                                                    concept_rdf("b", "", "<skos:prefLabel xml:lang=\"fr\">sans</skos:prefLabel>") +
                                                    concept_rdf("c", "", replaced_by("nobody")) + concept_rdf("d", "", replaced_by("d")) +
                                                    concept_rdf("not-recorded")));
    const auto reading = examine_vocabulary(source);
    CHECK(std::ranges::count(reading.findings, Severity::error, &Diagnostic::severity) == 6);
    for (const std::string words : {"broader concept \"nowhere\"", "a second time", "\"b\" has no English label",
                                    "replacing concept \"nobody\"", "\"d\" is replaced by itself", "is reserved"})
        CHECK(finding(reading.findings, words).severity == Severity::error);
    CHECK(std::ranges::is_sorted(reading.findings, {}, [](const Diagnostic& one) { return one.place.line; }));
}

TEST_CASE("a concept is replaced by one of its own vocabulary that is used, and by no circle", "[corpus][vocabulary]") {
    const auto faults = [](const std::string& concepts, const Vocabulary* other = nullptr) {
        return examine_vocabulary(SourceText("v.rdf", vocabulary_rdf(concepts)), other).findings;
    };
    CHECK(finding(faults(concept_rdf("a", "", replaced_by("b")) + concept_rdf("b", "", replaced_by("a"))), "by way of \"b\"").severity ==
          Severity::error);
    // Merged into what is below it.
    CHECK(finding(faults(concept_rdf("a", "", replaced_by("b")) + concept_rdf("b", "a")), "broader than itself").severity ==
          Severity::error);
    const auto other = *read_vocabulary(SourceText("l.rdf", vocabulary_rdf(concept_rdf("bondage"), "1", "legal-concept")));
    CHECK(finding(faults(concept_rdf("a", "", replaced_by("bondage")), &other), "not in this file").mend.find("legal-concept") !=
          std::string::npos);
    const auto elsewhere = "<dct:isReplacedBy rdf:resource=\"urn:palermo:legal-concept#b\"/>";
    CHECK(finding(faults(concept_rdf("a", "", elsewhere) + concept_rdf("b")), "another vocabulary").severity == Severity::error);
    CHECK(finding(faults(concept_rdf("a", "", "<owl:deprecated>yes</owl:deprecated>")), "true or false").severity == Severity::error);
    CHECK(faults(concept_rdf("a", "", replaced_by("b")) + concept_rdf("b", "", replaced_by("c")) + concept_rdf("c")).empty());
}

TEST_CASE("an id may not vanish, and what changed has another version", "[corpus][vocabulary]") {
    const auto old = *read_vocabulary(SourceText("v.rdf", vocabulary_rdf(concept_rdf("a") + concept_rdf("b"))));
    const auto gone = lint(vocabulary_rdf(concept_rdf("a"), "2"), {&old, &old});
    CHECK(finding(gone, "The id \"b\" is gone").severity == Severity::error);
    CHECK(std::ranges::count(gone, Severity::error, &Diagnostic::severity) == 1);
    CHECK(finding(lint(vocabulary_rdf(concept_rdf("a") + concept_rdf("b", "a")), {&old}), "version is still \"1\"").severity ==
          Severity::error);
    CHECK_FALSE(has_errors(lint(vocabulary_rdf(concept_rdf("a") + concept_rdf("b")), {&old})));
    CHECK(finding(lint(vocabulary_rdf(concept_rdf("a"), "")), "no version").severity == Severity::error);
    CHECK(finding(lint(vocabulary_rdf(concept_rdf("a"), "1", "shoes")), "\"shoes\"").severity == Severity::error);
}

TEST_CASE("ids can be typed in addresses", "[corpus][vocabulary]") {
    for (const auto* id : {"debt-bondage", "a", "a1-2b"}) CHECK(is_concept_id(id));
    for (const auto* id : {"", "-a", "a-", "a--b", "Debt", "debt bondage", "dette-é", "a_b", "a/b"}) CHECK_FALSE(is_concept_id(id));
    CHECK(finding(lint(vocabulary_rdf(concept_rdf("Debt_Bondage"))), "\"Debt_Bondage\"").severity == Severity::error);
}

TEST_CASE("labels that two live concepts share, and places that make no sense, are told", "[corpus][vocabulary]") {
    const auto findings = lint(vocabulary_rdf(
        concept_rdf("a", "", label("en", "Debt")) + concept_rdf("b", "", label("en", "debt") + label("en", "third", "altLabel")) +
        concept_rdf("c", "", label("en", "Third")) + concept_rdf("old", "", deprecated) + concept_rdf("child", "old") +
        concept_rdf("merged", "", label("en", "debt") + replaced_by("a"))));
    CHECK(finding(findings, "The label \"debt\" (en) of \"b\" is also that of \"a\"").severity == Severity::warning);
    CHECK(finding(findings, "alternative label \"third\" (en) of \"b\"").severity == Severity::note);
    CHECK(finding(findings, "\"child\" is below \"old\"").severity == Severity::warning);
    CHECK(finding(findings, "\"a\" has no label in: ar, es, fr, ru, zh").severity == Severity::note);
    CHECK(std::ranges::none_of(findings, [](const Diagnostic& one) { return one.message.find("\"merged\"") != std::string::npos; }));
}

}  // namespace palermo::test
