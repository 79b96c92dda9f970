// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/facet_label.hpp"
#include "corpus/label_languages.hpp"
#include "tests/support/catch.hpp"

#include <pugixml.hpp>

#include <map>
#include <string>
#include <string_view>

namespace palermo::test {
namespace {

pugi::xml_document schema() {
    pugi::xml_document document;
    REQUIRE(document.load_file(PALERMO_SOURCE_DIR "/schemas/case-record.xsd"));
    return document;
}

/// How a value of a code list is shown.
std::string label_of(const std::string& list, const std::string& code, std::string_view lang) {
    const std::map<std::string, Facet> facets{{"OutcomeCode", Facet::outcome},
                                              {"CrimeTypeCode", Facet::crime_type},
                                              {"CourtLevel", Facet::court_level},
                                              {"InternationalBody", Facet::jurisdiction}};
    const auto facet = facets.find(list);
    return facet == facets.end() ? std::string(code_label(code, lang)) : facet_label(facet->second, code, {}, lang);
}

}  // namespace

TEST_CASE("every value of every code list has words for people", "[corpus][schema]") {
    const auto document = schema();
    const auto values = document.select_nodes("//xs:enumeration");
    REQUIRE(values.size() > 80);
    for (const auto& found : values) {
        const std::string code = found.node().attribute("value").value();
        const std::string list = found.node().parent().parent().attribute("name").value();
        INFO(list << " " << code);
        for (const auto lang : label_languages) CHECK(label_of(list, code, lang) != code);
    }
}

TEST_CASE("every type and value of the schema is documented inside", "[corpus][schema]") {
    const auto document = schema();
    for (const auto& found : document.select_nodes("//xs:enumeration | /xs:schema/xs:simpleType | /xs:schema/xs:complexType")) {
        INFO(found.node().name() << " " << found.node().attribute("name").value() << found.node().attribute("value").value());
        CHECK(found.node().select_node("xs:annotation/xs:documentation"));
    }
}

}  // namespace palermo::test
