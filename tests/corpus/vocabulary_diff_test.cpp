// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary_diff.hpp"

#include "corpus/vocabulary_reader.hpp"
#include "tests/corpus/vocabulary_samples.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {
namespace {

using Ids = std::vector<std::string>;

Vocabulary read(const std::string& concepts, const std::string& version = "1") {
    const auto vocabulary = read_vocabulary(SourceText("v.rdf", vocabulary_rdf(concepts, version)));
    REQUIRE(vocabulary.has_value());
    return *vocabulary;
}

}  // namespace

TEST_CASE("what is added, merged, deprecated, moved and removed is told, each once", "[corpus][vocabulary]") {
    const auto before =
        read(concept_rdf("a") + concept_rdf("b", "a") + concept_rdf("c", "b") + concept_rdf("d") + concept_rdf("e") + concept_rdf("gone"));
    const auto after = read(concept_rdf("a") + concept_rdf("b", "a", replaced_by("d")) + concept_rdf("c", "b") + concept_rdf("d", "a") +
                                concept_rdf("e", "", deprecated) + concept_rdf("new", "d"),
                            "2");
    const auto diff = diff_vocabularies(before, after);
    CHECK(diff.old_version == "1");
    CHECK(diff.new_version == "2");
    CHECK(diff.added == Ids{"new"});
    REQUIRE(diff.merged.size() == 1);
    CHECK(diff.merged.front().id == "b");
    CHECK(diff.merged.front().into == "d");
    CHECK(diff.deprecated == Ids{"e"});
    CHECK(diff.removed == Ids{"gone"});
    // That "c" is below what "b" is called now is no move of its own.
    REQUIRE(diff.moved.size() == 1);
    CHECK(diff.moved.front().id == "d");
    CHECK(diff.moved.front().from.empty());
    CHECK(diff.moved.front().to == "a");
    CHECK(diff_vocabularies(after, after).empty());
}

TEST_CASE("a merge into another than before is told, a longer way to the same is not", "[corpus][vocabulary]") {
    const auto before = read(concept_rdf("a") + concept_rdf("b", "", replaced_by("a")) + concept_rdf("c"));
    const auto other = read(concept_rdf("a") + concept_rdf("b", "", replaced_by("c")) + concept_rdf("c"));
    CHECK(diff_vocabularies(before, other).merged.front().into == "c");
    const auto chained = read(concept_rdf("a") + concept_rdf("b", "", replaced_by("c")) + concept_rdf("c", "", replaced_by("a")));
    CHECK(diff_vocabularies(before, chained).merged.size() == 1);
    CHECK(diff_vocabularies(before, chained).merged.front().id == "c");
    CHECK(diff_vocabularies(chained, before).restored == Ids{"c"});
}

TEST_CASE("labels are compared language by language", "[corpus][vocabulary]") {
    const std::string en = "<skos:prefLabel xml:lang=\"en\">old</skos:prefLabel>";
    const auto before = read(concept_rdf("a", "",
                                         en + "<skos:prefLabel xml:lang=\"fr\">vieux</skos:prefLabel>"
                                              "<skos:altLabel xml:lang=\"en\">gone</skos:altLabel>"));
    const auto after = read(concept_rdf("a", "",
                                        "<skos:prefLabel xml:lang=\"en\">new</skos:prefLabel>"
                                        "<skos:prefLabel xml:lang=\"es\">nuevo</skos:prefLabel>"
                                        "<skos:altLabel xml:lang=\"en\">old</skos:altLabel>"));
    const auto diff = diff_vocabularies(before, after);
    REQUIRE(diff.relabelled.size() == 1);
    const auto& change = diff.relabelled.front();
    REQUIRE(change.labels.size() == 3);
    CHECK(change.labels[0].before == "old");
    CHECK(change.labels[0].after == "new");
    CHECK(change.labels[1].before.empty());
    CHECK(change.labels[2].lang == "fr");
    CHECK(change.labels[2].after.empty());
    CHECK(change.more_alternatives == std::vector<LocalText>{{"en", "old"}});
    CHECK(change.fewer_alternatives == std::vector<LocalText>{{"en", "gone"}});
}

}  // namespace palermo::test
