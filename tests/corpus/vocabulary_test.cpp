// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vocabulary.hpp"

#include "corpus/vocabulary_reader.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {
namespace {

std::string rdf(const std::string& concepts) {
    return "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:skos='http://www.w3.org/2004/02/skos/core#' "
           "xmlns:dct='http://purl.org/dc/terms/' "
           "xmlns:owl='http://www.w3.org/2002/07/owl#'><skos:ConceptScheme rdf:about=''><dct:identifier>test</dct:identifier>"
           "<owl:versionInfo>1</owl:versionInfo></skos:ConceptScheme>\n" +
           concepts + "</rdf:RDF>";
}

std::string entry(const std::string& id, const std::string& broader = {}, const std::string& label = "label") {
    return "<skos:Concept rdf:about='#" + id + "'>" + (broader.empty() ? "" : "<skos:broader rdf:resource='#" + broader + "'/>") +
           (label.empty() ? "" : "<skos:prefLabel xml:lang='en'>" + label + "</skos:prefLabel>") + "</skos:Concept>\n";
}

Result<Vocabulary> read(const std::string& concepts) { return read_vocabulary(SourceText("v.rdf", rdf(concepts))); }

Diagnostic error_of(const std::string& concepts) {
    const auto vocabulary = read(concepts);
    REQUIRE(vocabulary.has_error());
    CHECK(vocabulary.error().place.line > 1);
    CHECK_FALSE(vocabulary.error().mend.empty());
    return vocabulary.error();
}

}  // namespace

TEST_CASE("a vocabulary knows its trees", "[corpus][vocabulary]") {
    const auto vocabulary = *read(entry("a") + entry("b", "a") + entry("c", "b") + entry("d"));
    CHECK(vocabulary.with_ancestors("c") == std::vector<std::string>{"c", "b", "a"});
    CHECK(vocabulary.with_ancestors("nobody").empty());
    CHECK(vocabulary.narrower("").size() == 2);
    CHECK(vocabulary.narrower("a").front()->id == "b");
    CHECK(vocabulary.label("a", "fr") == "label");
    CHECK(vocabulary.label("nobody", "fr") == "nobody");
}

TEST_CASE("the nearest id is one that a slip of the pen could have meant", "[corpus][vocabulary]") {
    const auto vocabulary = *read(entry("debt-bondage") + entry("serfdom"));
    CHECK(vocabulary.nearest_id("debt-bondag") == "debt-bondage");
    CHECK(vocabulary.nearest_id("debtbondage") == "debt-bondage");
    CHECK(vocabulary.nearest_id("serfdon") == "serfdom");
    CHECK_FALSE(vocabulary.nearest_id("something-else-entirely"));
}

TEST_CASE("a vocabulary with a mistake is refused with its line", "[corpus][vocabulary]") {
    CHECK(error_of(entry("a") + entry("a")).message.find("second time") != std::string::npos);
    CHECK(error_of(entry("a", "b")).message.find("not in this file") != std::string::npos);
    CHECK(error_of(entry("a", "b") + entry("b", "a")).message.find("broader than itself") != std::string::npos);
    CHECK(error_of(entry("a", "a")).message.find("broader than itself") != std::string::npos);
    CHECK(error_of(entry("a", "", "")).message.find("English label") != std::string::npos);
    CHECK(error_of(entry("not-recorded")).message.find("reserved") != std::string::npos);
    CHECK(error_of(entry("")).message.find("no id") != std::string::npos);
    CHECK(read("").has_error());
    CHECK(read_vocabulary(SourceText("v.rdf", "<a>")).has_error());
}

TEST_CASE("the shipped vocabularies are whole", "[corpus][vocabulary]") {
    const auto vocabularies = read_vocabularies(PALERMO_SOURCE_DIR "/schemas");
    REQUIRE(vocabularies.has_value());
    CHECK(vocabularies->legal_concepts.concepts().size() == 140);
    CHECK(vocabularies->evidential_issues.concepts().size() == 79);
    CHECK(vocabularies->legal_concepts.label("debt-bondage", "es") == "servidumbre por deudas");
    for (const auto* vocabulary : {&vocabularies->legal_concepts, &vocabularies->evidential_issues}) {
        for (const auto& one : vocabulary->concepts()) {
            INFO(one.id);
            CHECK_FALSE(one.notation.empty());
            for (const auto& label : one.labels) CHECK_FALSE(label.status.empty());
        }
    }
}

}  // namespace palermo::test
