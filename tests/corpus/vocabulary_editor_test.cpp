// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary_editor.hpp"

#include "tests/corpus/vocabulary_samples.hpp"
#include "tests/support/catch.hpp"

#include <functional>

namespace palermo::test {
namespace {

VocabularyEditor editor(const std::string& rdf) {
    auto opened = VocabularyEditor::open(SourceText("v.rdf", rdf));
    REQUIRE(opened.has_value());
    return std::move(*opened);
}

VocabularyEditor shipped() {
    auto source = open_source(PALERMO_SOURCE_DIR "/schemas/evidential-issues.rdf");
    REQUIRE(source.has_value());
    return editor(source->text());
}

/// How many lines of `after` are not at their turn in `before`, and the other way round.
std::pair<std::size_t, std::size_t> changed_lines(const std::string& before, const std::string& after) {
    const auto begin = std::ranges::mismatch(before, after);
    const auto first = static_cast<std::size_t>(begin.in1 - before.begin());
    std::size_t same = 0;
    while (same < std::min(before.size(), after.size()) - first && before[before.size() - 1 - same] == after[after.size() - 1 - same])
        ++same;
    const auto lines = [&](const std::string& text) {
        return static_cast<std::size_t>(std::ranges::count(text.substr(first, text.size() - same - first), '\n'));
    };
    return {lines(before), lines(after)};
}

Diagnostic refused(const Result<void>& result) {
    REQUIRE(result.has_error());
    CHECK_FALSE(result.error().mend.empty());
    return result.error();
}

}  // namespace

TEST_CASE("an edit touches only the lines it must", "[corpus][vocabulary]") {
    auto vocabulary = shipped();
    const auto original = vocabulary.source().text();
    REQUIRE(vocabulary.merge("failure-to-escape", "victim-testimony").has_value());
    CHECK(vocabulary.vocabulary().resolve("failure-to-escape")->id == "victim-testimony");
    CHECK(changed_lines(original, vocabulary.source().text()) == std::pair<std::size_t, std::size_t>(0, 2));
    REQUIRE(vocabulary.restore("failure-to-escape").has_value());
    CHECK(vocabulary.source().text() == original);
    REQUIRE(vocabulary.deprecate("ngo-testimony").has_value());
    CHECK(vocabulary.vocabulary().find("ngo-testimony")->deprecated);
    REQUIRE(vocabulary.restore("ngo-testimony").has_value());
    CHECK(vocabulary.source().text() == original);
    REQUIRE(vocabulary.set_version("next").has_value());
    CHECK(vocabulary.vocabulary().version() == "next");
    CHECK(changed_lines(original, vocabulary.source().text()) == std::pair<std::size_t, std::size_t>(0, 0));
}

TEST_CASE("what is below a merged concept goes below the other", "[corpus][vocabulary]") {
    auto vocabulary = editor(vocabulary_rdf(concept_rdf("a") + concept_rdf("b", "a") + concept_rdf("c", "b") + concept_rdf("d")));
    REQUIRE(vocabulary.merge("b", "d").has_value());
    CHECK(vocabulary.vocabulary().find("c")->broader == "d");
    CHECK(vocabulary.vocabulary().with_ancestors("b") == std::vector<std::string>{"d"});
    CHECK(vocabulary.source().text().find("<!-- kept -->") != std::string::npos);
}

TEST_CASE("a new concept stands behind its siblings, its words escaped", "[corpus][vocabulary]") {
    auto vocabulary = editor(vocabulary_rdf(concept_rdf("a") + concept_rdf("b", "a") + concept_rdf("d")));
    REQUIRE(vocabulary
                .add({.id = "c",
                      .broader = "a",
                      .notation = "2.1",
                      .labels = {{{"en", "salt & <pepper>"}, "ours"}},
                      .alternative_labels = {{"fr", "sel"}}})
                .has_value());
    const auto concepts = vocabulary.vocabulary().concepts();
    REQUIRE(concepts.size() == 4);
    CHECK(concepts[2].id == "c");
    CHECK(concepts[2].broader == "a");
    CHECK(concepts[2].labels.front().label.text == "salt & <pepper>");
    CHECK(concepts[2].labels.front().status == "ours");
    CHECK(concepts[2].alternative_labels == std::vector<LocalText>{{"fr", "sel"}});
    CHECK(vocabulary.source().text().find("\n  <skos:Concept rdf:about=\"#c\">\n    <skos:inScheme") != std::string::npos);
}

TEST_CASE("a concept is renamed by its words or by its id", "[corpus][vocabulary]") {
    auto vocabulary = shipped();
    REQUIRE(vocabulary.relabel("victim-testimony", {.label = {"fr", "parole de la victime"}, .status = "checked"}, true).has_value());
    const auto* entry = vocabulary.vocabulary().find("victim-testimony");
    CHECK(vocabulary.vocabulary().label("victim-testimony", "fr") == "parole de la victime");
    CHECK(entry->labels.size() == 6);
    CHECK(entry->alternative_labels.back() == LocalText{"fr", "témoignage de la victime"});
    REQUIRE(vocabulary.rename("victim-testimony", "testimony-of-victims").has_value());
    const auto& now = vocabulary.vocabulary();
    CHECK(now.resolve("victim-testimony")->id == "testimony-of-victims");
    CHECK(now.find("testimony-of-victims")->broader == "kinds-of-evidence");
    CHECK(now.find("victim-testimony-weaknesses")->broader == "testimony-of-victims");
    CHECK(now.label("victim-testimony", "fr") == "parole de la victime");
}

TEST_CASE("a concept is moved, to the top and back", "[corpus][vocabulary]") {
    auto vocabulary = editor(vocabulary_rdf(concept_rdf("a") + concept_rdf("b", "a")));
    const auto original = vocabulary.source().text();
    REQUIRE(vocabulary.move("b", "").has_value());
    CHECK(vocabulary.vocabulary().find("b")->is_top);
    CHECK(vocabulary.vocabulary().narrower("").size() == 2);
    REQUIRE(vocabulary.move("b", "a").has_value());
    CHECK(vocabulary.source().text() == original);
}

TEST_CASE("what would make no sense is refused with a mend, and nothing is changed", "[corpus][vocabulary]") {
    auto vocabulary = editor(vocabulary_rdf(concept_rdf("a") + concept_rdf("b", "a") + concept_rdf("old", "", deprecated) +
                                            concept_rdf("merged", "", replaced_by("a"))));
    const auto original = vocabulary.source().text();
    CHECK(refused(vocabulary.merge("a", "a")).message.find("itself") != std::string::npos);
    CHECK(refused(vocabulary.merge("a", "b")).message.find("below itself") != std::string::npos);
    CHECK(refused(vocabulary.merge("a", "old")).message.find("deprecated") != std::string::npos);
    CHECK(refused(vocabulary.merge("b", "merged")).message.find("replaced by \"a\"") != std::string::npos);
    CHECK(refused(vocabulary.merge("nobody", "a")).message.find("no evidential-issue \"nobody\"") != std::string::npos);
    CHECK(refused(vocabulary.merge("b", "merge")).mend.find("one of its concepts") != std::string::npos);
    CHECK(refused(vocabulary.move("a", "b")).message.find("below it") != std::string::npos);
    CHECK(refused(vocabulary.rename("a", "merged")).message.find("taken") != std::string::npos);
    CHECK(refused(vocabulary.rename("a", "A b")).message.find("cannot be an id") != std::string::npos);
    CHECK(refused(vocabulary.restore("a")).message.find("in use") != std::string::npos);
    CHECK(refused(vocabulary.deprecate("old")).message.find("deprecated") != std::string::npos);
    CHECK(refused(vocabulary.add({.id = "b", .broader = "", .notation = "", .labels = {}, .alternative_labels = {}})).place.line > 1);
    CHECK(refused(vocabulary.add({.id = "c", .broader = "", .notation = "", .labels = {}, .alternative_labels = {}}))
              .message.find("English") != std::string::npos);
    CHECK(vocabulary.source().text() == original);
}

TEST_CASE("a comment that looks like a property is not changed", "[corpus][vocabulary]") {
    auto vocabulary =
        editor(vocabulary_rdf(concept_rdf("a") + concept_rdf("b", "a", "<!-- <skos:broader rdf:resource=\"#x\"/> </skos:Concept> -->")));
    REQUIRE(vocabulary.move("b", "").has_value());
    CHECK(vocabulary.source().text().find("<!-- <skos:broader rdf:resource=\"#x\"/> </skos:Concept> -->") != std::string::npos);
}

}  // namespace palermo::test
