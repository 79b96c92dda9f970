// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/facet.hpp"

#include "corpus/facet_label.hpp"
#include "corpus/record_reader.hpp"
#include "corpus/vocabulary_reader.hpp"
#include "tests/support/catch.hpp"

namespace palermo::test {

using Values = std::vector<std::string>;

TEST_CASE("a facet has one name", "[corpus][facet]") {
    for (const auto facet : all_facets) {
        CHECK(facet_named(name_of(facet)) == facet);
        CHECK_FALSE(heading_of(facet).empty());
    }
    CHECK_FALSE(facet_named("evidental-issue"));
}

TEST_CASE("a case says under each facet what its record states", "[corpus][facet]") {
    const auto record = *read_record(*open_source(PALERMO_SOURCE_DIR "/tests/corpus/records/complete.xml"));
    CHECK(facet_values(record, Facet::evidential_issue) == Values{"failure-to-escape"});
    CHECK(facet_values(record, Facet::legal_concept) == Values{"debt-bondage", "act-recruitment"});
    CHECK(facet_values(record, Facet::outcome) == Values{"acquitted"});
    CHECK(facet_values(record, Facet::crime_type) == Values{"trafficking-in-persons", "smuggling-of-migrants"});
    CHECK(facet_values(record, Facet::jurisdiction) == Values{"NL"});
    CHECK(facet_values(record, Facet::court_level) == Values{"appeal"});
    CHECK(facet_values(record, Facet::year) == Values{"2019"});
    for (const auto facet : all_facets) CHECK(facet_values(CaseRecord{}, facet).empty());
}

TEST_CASE("values are shown in words", "[corpus][facet]") {
    const auto vocabularies = *read_vocabularies(PALERMO_SOURCE_DIR "/schemas");
    CHECK(facet_label(Facet::jurisdiction, "NL", vocabularies, "fr") == "Pays-Bas");
    CHECK(facet_label(Facet::jurisdiction, "council-of-europe", vocabularies, "en") == "Council of Europe");
    CHECK(facet_label(Facet::evidential_issue, "victim-testimony", vocabularies, "fr") == "témoignage de la victime");
    CHECK(facet_label(Facet::outcome, "acquitted", vocabularies, "en") == "Acquitted");
    CHECK(facet_label(Facet::outcome, "acquitted", vocabularies, "es") == "Absolución");
    CHECK(facet_label(Facet::crime_type, "money-laundering", vocabularies, "fr") == "Blanchiment d'argent");
    CHECK(facet_label(Facet::court_level, "appeal", vocabularies, "ru") == "Апелляционный суд");
    CHECK(facet_label(Facet::jurisdiction, "council-of-europe", vocabularies, "zh") == "欧洲委员会");
    CHECK(facet_label(Facet::jurisdiction, not_recorded, vocabularies, "fr") == "Non indiqué");
    CHECK(code_label("strengthened", "es") == "Reforzó la acusación");
    CHECK(facet_label(Facet::year, "2010", vocabularies, "en") == "2010");
    for (const auto facet : all_facets) {
        CHECK(facet_label(facet, not_recorded, vocabularies, "en") == "Not recorded");
        CHECK(facet_label(facet, "no-such", vocabularies, "en") == "no-such");
    }
    CHECK(is_country("TH"));
    CHECK_FALSE(is_country("XX"));
    CHECK_FALSE(is_country("th"));
}

}  // namespace palermo::test
